// Helps where it can; every page works without it. Asks without leaving the page, moves to the answer, copies a line.
"use strict";

(() => {
  const status = () => document.getElementById("status");

  const say = (words, shown) => {
    const place = status();
    if (!place) return;
    place.classList.toggle("hidden", !shown);
    place.textContent = words;
  };

  const moveTo = (place) => {
    if (!place) return;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start" });
  };

  const addCopying = () => {
    const place = status();
    if (!place || !navigator.clipboard) return;
    for (const line of document.querySelectorAll("[data-copy]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = place.dataset.wordsCopy;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(line.textContent);
        button.textContent = status().dataset.wordsCopied;
        say(status().dataset.wordsCopied, false);
      });
      line.after(button);
    }
  };

  // A document that the browser parsed itself: no text is ever made into markup here.
  const load = (method, address, body) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, address);
      request.responseType = "document";
      request.timeout = 15000;
      if (body) request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
      request.onload = () => (request.responseXML ? resolve(request.responseXML) : reject(new Error("empty")));
      request.onerror = request.ontimeout = () => reject(new Error("unreachable"));
      request.send(body);
    });

  const show = (page) => {
    for (const part of ["header.top", "main", "footer.bottom"]) {
      document.querySelector(part).replaceWith(document.adoptNode(page.querySelector(part)));
    }
    document.title = page.title;
    prepare();
    const answer = document.getElementById("answer");
    moveTo(document.querySelector("[data-focus]") || answer || document.getElementById("main"));
    if (answer) say(status().dataset.wordsAnswered, false);
    if (document.querySelector("[data-pending]")) lookAgain();
  };

  const lookAgain = () => {
    window.setTimeout(async () => {
      try {
        show(await load("GET", "/?show", null));
      } catch {
        // The link on the page does the same.
      }
    }, 700);
  };

  const ask = async (event) => {
    const form = event.target;
    if (!form.matches("[data-ask]")) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    form.setAttribute("aria-busy", "true");
    say(status() ? status().dataset.wordsAsking : "", true);
    const body = new URLSearchParams(new FormData(form, event.submitter)).toString();
    try {
      show(await load("POST", form.getAttribute("action"), body));
      if (location.pathname !== "/") history.pushState(null, "", "/");
    } catch {
      // As without this script: the browser sends the form itself, and its own error page says what is wrong.
      HTMLFormElement.prototype.requestSubmit.call(form, event.submitter);
    }
  };

  const prepare = () => addCopying();

  document.addEventListener("submit", ask);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
      event.target.form.requestSubmit();
    }
  });
  window.addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details:not([open])")) {
      one.open = true;
      one.dataset.opened = "";
    }
  });
  window.addEventListener("afterprint", () => {
    for (const one of document.querySelectorAll("details[data-opened]")) one.open = false;
  });
  prepare();
  const first = document.querySelector("[data-focus]") || (location.hash === "#answer" && document.getElementById("answer"));
  if (first) moveTo(first);
  if (document.querySelector("[data-pending]")) lookAgain();
})();
