"""What Telegram is sent: lengths in UTF-16 units, entities that stay inside, links only to the sources' own hosts."""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot import phrases
from bot.front.links import addresses, allowed
from bot.front.telegram.calls import again, call_in, plain, send
from bot.front.telegram.reading import Kind, heard, heard_in
from bot.front.telegram.rendering import Sheet, keyboard, labels, sheets
from bot.front.telegram.units import MOST, cuts, length
from bot.replies import Choice, Outcome, Quote, Reply

HOSTS = ("manual.example",)
WORDS = st.text(alphabet=st.characters(), max_size=400)
LINES = st.lists(
    st.one_of(
        WORDS,
        st.sampled_from([
            phrases.NEXT, phrases.SOURCES, phrases.DANGER_LINE, "", "[1] Manual > Chapter https://manual.example/p.html#x",
            "see https://evil.example/ and www.evil.example, t.me/x, @somebody, /start #tag", "🔴🔴🔴 " * 30, "x" * 5000,
        ]),
    ),
    max_size=30,
).map("\n".join)  # fmt: skip


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(message=LINES)
@example(message="\ud83d\udd34")
@example(message="🔴" * 4096)
@settings(max_examples=300, deadline=None)
def test_any_message_can_be_sent(message: str) -> None:
    """Any text becomes messages of at most 4096 units whose entities lie inside them and around words."""
    for sheet in sheets(message, HOSTS):
        assert 0 < units(sheet.text) <= MOST
        sheet.text.encode("utf-8")
        encoded = sheet.text.encode("utf-16-le")
        for entity in sheet.entities:
            assert entity.offset >= 0 and entity.length > 0 and entity.offset + entity.length <= units(sheet.text)
            inside = encoded[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le")
            assert inside.strip() == inside
            if entity.url:
                assert allowed(entity.url, HOSTS)


@given(text=st.text(alphabet="ab .\n🔴é", min_size=1, max_size=500), most=st.integers(2, 60))
def test_cuts_lose_nothing_but_blanks(text: str, most: int) -> None:
    """The parts hold every word in order, each within the limit."""
    parts = [text[start:end] for start, end in cuts(text, most)]
    assert all(0 < length(part) <= most for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_cuts_fall_between_blocks() -> None:
    """A block is not cut where a blank line is near enough."""
    blocks = ["a" * 1500, "b" * 1500, "c" * 1500]
    text = "\n\n".join(blocks)
    assert [text[start:end] for start, end in cuts(text)] == ["\n\n".join(blocks[:2]), blocks[2]]


class TestLinks:
    @pytest.mark.parametrize(
        "url",
        [
            "https://evil.example/", "https://manual.example.evil.example/", "https://manual.example@evil.example/", "javascript:alert(1)",
            "https://evil.example/https://manual.example/", "http://manuaI.example/", "https://mаnual.example/", "https://xn--mnual-5cd.example/",
            "tg://resolve?domain=x", "https://manual.example:8443/", "https://manual.example\\@evil.example/", "ftp://manual.example/",
            "//manual.example/", "https://[::1]/", "https://user:pw@manual.example/", "file:///etc/passwd", "https://", "https://manual.example。evil.example/",
        ],
    )  # fmt: skip
    def test_nothing_else_can_be_clicked(self, url: str) -> None:
        """An address that is not on a source's own host is marked as code, where Telegram makes no link."""
        assert not allowed(url, HOSTS)
        (sheet,) = sheets(f"“See {url} for more” [1]\n[1] Manual {url}", HOSTS)
        assert not [one for one in sheet.entities if one.type in ("text_link", "url")]
        reply = Reply(Outcome.ANSWERED, "x", quotes=(Quote(1, "q", "M", "C", (), url, None, None, "p"),))
        assert keyboard([], reply, HOSTS) is None

    @pytest.mark.parametrize(
        "word",
        ["evil.example", "www.evil.example/x?y", "t.me/joinchat", "@somebody", "/start", "https://evil.example/a(b)"],
    )
    def test_what_telegram_would_link_by_itself_is_code(self, word: str) -> None:
        """Bare names, handles and commands inside a quotation too."""
        (sheet,) = sheets(f"go to {word} now", HOSTS)
        covered = {one.type for one in sheet.entities}
        assert covered == {"code"}

    def test_a_source_is_a_link_without_its_address(self) -> None:
        """The title is what is clicked, and the address is not shown twice."""
        (sheet,) = sheets(f"{phrases.SOURCES}\n[1][2] Manual > Chapter > 4.2 https://manual.example/p.html#4", HOSTS)
        assert "https://" not in sheet.text
        link = next(one for one in sheet.entities if one.type == "text_link")
        assert link.url == "https://manual.example/p.html#4"
        assert sheet.text[link.offset : link.offset + link.length] == "Manual > Chapter > 4.2"
        assert [one.type for one in sheet.entities] == ["bold", "expandable_blockquote", "text_link"]

    @pytest.mark.parametrize("count", [90, 150])
    def test_more_addresses_than_entities(self, count: int) -> None:
        """However many there are, none is left for Telegram to make a link of."""
        (sheet,) = sheets(f"{phrases.NEXT}\n" + " ".join(f"e{number}.example" for number in range(count)), HOSTS)
        assert len(sheet.entities) <= 100
        covered = [(one.offset, one.offset + one.length) for one in sheet.entities if one.type == "code"]
        place = sheet.text.index("e89.example")
        assert any(start <= place < end for start, end in covered)

    def test_e_mail_addresses_are_left_alone(self) -> None:
        """They open no page, and people need them."""
        assert not list(addresses("write to mash@ambleford.example or call", HOSTS))


def test_labels_are_short() -> None:
    """A long choice is cut, a blank one is still a button."""
    shown = labels([Choice("x" * 200, "x"), Choice(" \ud800", "y")])
    assert [len(label) for label in shown] == [60, 1]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "update_id",
                    "message",
                    "edited_message",
                    "callback_query",
                    "my_chat_member",
                    "chat",
                    "id",
                    "type",
                    "text",
                    "date",
                    "from",
                    "data",
                    "caption",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=15,
)


@given(
    update=st.dictionaries(
        st.sampled_from(["update_id", "message", "edited_message", "callback_query", "my_chat_member"]), JSON
    )
)
def test_any_update_can_be_read(update: dict[str, Any]) -> None:
    """JSON of any shape is read without an exception, and what is read fits the journal."""
    found = heard(update)
    if found is not None:
        assert isinstance(found.kind, Kind) and abs(found.chat) < 2**63 and len(found.key) <= 64
    heard_in(json.dumps(update))


def test_a_repeat_is_marked_and_its_entities_move() -> None:
    """The label stands above, and bold stays on the words that were bold."""
    (sheet,) = sheets(f"{phrases.NEXT}\nring them", HOSTS)
    marked = again(call_in(send(7, sheet).written()), phrases.SENT_AGAIN)
    entity = marked.arguments["entities"][0]
    words = marked.arguments["text"].encode("utf-16-le")[2 * entity["offset"] :][: 2 * entity["length"]]
    assert words.decode("utf-16-le") == phrases.NEXT
    assert again(marked, phrases.SENT_AGAIN) == marked
    assert (
        plain(send(7, Sheet("x", ()))) is None or "entities" not in (plain(send(7, Sheet("x", ()))) or marked).arguments
    )
