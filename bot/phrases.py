"""Every fixed sentence that Signpost says. Guidance is never written here: it is quoted from the manuals.

The national numbers are facts that may be shown anywhere in England; everything else comes from an area's own manual
or register.
"""

DANGER_CARD = (
    "🔴 Is a child in danger now? Call 999.\n"
    "Stay with the child if it is safe. Tell your safeguarding lead or manager, but do not wait for them.\n"
    "If you cannot speak, call 999 from a mobile and press 55 when you hear the prompt."
)
DANGER_THEN = "When the child is safe, tell children's services:"
DANGER_QUESTION = "Your question:"
DANGER_LINE = "🔴 Immediate danger? Call 999 first."
NSPCC = "NSPCC helpline: 0808 800 5000"
WHISTLEBLOWING = "NSPCC whistleblowing advice line: 0800 028 0285, when your own organisation blocks you"
CHILDLINE = "Childline: 0800 1111"

CHILD_CARD = (
    "If you are in danger now, call 999.\n"
    "You can talk to Childline at any time, about anything. It is free: 0800 1111.\n"
    "You can also tell an adult you trust, such as a teacher, a school nurse or a doctor. What is happening is not your fault.\n"
    "This service is for people who work with children, so it cannot help you itself. Childline can."
)
PARENT_CARD = (
    "This service is for people who work with children. These people can help you:\n"
    "If a child is in danger now, call 999.\n"
    "NSPCC helpline, for any worry about a child: 0808 800 5000.\n"
    "You can also ask your child's school, your health visitor or your doctor."
)
DISTRESS_CARD = (
    "This work is hard, and what you are carrying sounds heavy.\n"
    "Talk to your manager, your supervisor or your safeguarding lead today. You do not have to hold this alone.\n"
    "If you are worried about your own safety, call 999. For someone to talk to at any time: NHS 111, or Samaritans 116 123."
)

NEXT = "NEXT"
NEXT_STAGE = "NEXT: {stage}"
BEFORE_STAGE = "FIRST"
WHEN = "WHEN"
STAGE_STATES_NONE = "The procedure states no time limit for {stage}."
NO_CLOCK = "The procedure states no time limit for this stage."
DUE_IF_NOW = "if it starts now, by {due}"
DUE_NOT_COUNTED = "not counted, since this machine's clock may be wrong: please count it yourself"
LIMIT_OF_STEP = "step {step}"
MORE_STEPS = "... and {count} more. Choose “Full steps” to see all."
MORE_QUOTES = "... and {count} more. Choose “Full answer”."
MORE_ITEMS = "... and {count} more. Choose “Full list”."
MORE_LIMITS = "More limits and exceptions: {count}. Choose “{label}” to see them."
MORE_LEVEL_WORDS = "These are the nearest of each level's words. Choose “Full answer”."
FULL_STEPS, FULL_LIST, FULL_ANSWER = "Full steps", "Full list", "Full answer"
FULL_WORDS = "show me all of that"
SOURCES_CHOICE, SOURCES_WORDS = "Sources", "show me the sources"
NOTHING_TO_REPEAT = "There is no answer to go back to. Please ask again."
CALL = "CALL"
AS_PRINTED = "as printed in the manual"
NUMBERS_AS_PRINTED = "Numbers as printed in the manual."
VERIFIED = "checked {date}"
OPEN_NOW = "open now"
CLOSED_NOW = "closed now"
OUT_OF_HOURS = "out of hours"
UNLESS = "BUT NOTE"
SOURCES = "SOURCES"
STALE = "⚠ {manual} was last checked on {day}, {age} days ago. It may have changed: read the section itself before you rely on this."
NEVER_CHECKED = "⚠ It is not known when {manual} was last checked. Read the section itself before you rely on this."
EXTENDED = "{by} has agreed to use it until {until}."
WITHDRAWN = "{manual} was last checked on {day}, {age} days ago. That is too long ago to answer from it. Read the procedures themselves, and tell the procedures team."
SHORT_FORMS = "SHORT FORMS"
AUDIT = "FOR YOUR RECORD (copy this line)"
AUDIT_LINE = "Consulted {sources}, at {moment}."
AUDIT_SOURCE = "{manual}, {chapters}"
AUDIT_VERSION = "version of {version}"
AUDIT_READ = "no date printed, read {day}"
LEARNING = "LEARNING (a review recommends this; it is not the procedure)"
ALSO = "ALSO NEAR"
LEVELS_LEAD = (
    "The manual's own words for each level, in order; under each, those nearest to what you said. They guide judgement. "
    "Signpost does not decide a level: talk it through with your safeguarding lead or manager."
)
CHECKLIST_NOTE = "Prompts, not a threshold decision."
TOP_OF_LADDER = "This is the last stage that the procedure states."
SHOW_STAGES = "All stages: {stages}"

NOT_FOUND = "The manual does not say, as far as I can find."
NOT_FOUND_CLOSEST = "The closest sections, which may not answer it:"
NOT_FOUND_ASK = "Ask:"
NOT_FOUND_LEAD = "Ask your safeguarding lead or manager."
CONFLICTING = "The manuals hold more than one procedure that may fit. I will not mix them. Which do you mean?"
WRITTEN_FOR = " (for {audience})"
ASK_AREA = "Which area does the child live in? The answer differs."
ASK_SUBJECT = "Which do you mean?"
ASK_STAGE = "Which stage have you reached?"
UNAVAILABLE = (
    "I could not look this up.\n"
    "🔴 If a child is in danger, call 999.\n"
    "Ask your safeguarding lead or manager, or call the front door for your area. Please try here again in a few minutes."
)
UNAVAILABLE_CALLS = "Call:"
FROM_DEMONSTRATION = "From the built-in demonstration: not for real use."
DEMONSTRATION = "built-in demonstration, not for real use"

THANKS = "You're welcome. Come back at any stage: nobody has to work out the next step alone."
GREETING = "Hello. Tell me what has happened, or what you want to know. No names, please."
STOPPED = "Stopped. Ask me anything else when you are ready."
RESTARTED = "Starting afresh. What has happened?"
HELP = (
    "Ask me what to do next, in your own words. I answer only with quotations from your area's procedures, with their source, "
    "or I say that they do not say.\n"
    "Please leave out names, dates of birth and addresses.\n"
    "Try:\n"
    "  MASH turned down my referral and I'm still worried, what next?\n"
    "  what are the warning signs of neglect\n"
    "  who do I call out of hours\n"
    "Commands: /clock, /clocks, /reflect, /stage (find my stage), /area, /restart, /mydata, /forget, /help"
)
OUT_OF_SCOPE = "I can only answer from your partnership's safeguarding procedures. Ask me about a worry about a child, or what to do next."
ADULT_SAFEGUARDING = (
    "I only hold the procedures about children. For an adult at risk, call your council's adult social care team, "
    "or 999 if somebody is in danger now. If a child lives in the home, ask me about the child too."
)
LEGAL_ADVICE = (
    "I cannot give legal advice. Ask your safeguarding lead, your manager or your organisation's legal team. "
    "Here is what the manual says, in its own words:"
)
UNDERSTOOD_NOT = (
    "I did not understand that well enough to be sure. Could you say it another way, or choose one of these?"
)
AREA_SET = "Your area is {area}."
AREA_UNKNOWN = "I do not know the area “{area}”. The manuals serve: {areas}."
AREA_WHICH = "Which area do you work in? The manuals serve: {areas}."
NO_LADDER = "The manual for this area holds no escalation procedure that I could read."

STAGE_ASK_WHAT_HAPPENED = "What happened to your concern?"
STAGE_ASK_AGENCY = "Which agency made the decision, or has not answered?"
STAGE_ASK_TRIED = "What have you tried so far?"
STAGE_ASK_DANGER = "Is a child in danger now?"
STAGE_LEFT = "Left for now. Say “find my stage” to take it up again."

REFLECT_TITLE = "Reflection: {subject}"
REFLECT_THREAD_TITLE, REFLECT_PLAIN_TITLE = "Reflection on this conversation", "Reflection"
REFLECT_FORMS = (("md", "Export as Markdown"), ("docx", "Export as Word"), ("pdf", "Export as PDF"))
REFLECT_LEAD = (
    "Questions to think through together, from the learning and the manual. Please write no names and nothing that "
    "identifies a child. Nothing you write is kept after the export."
)
REFLECT_END = ("What did we decide?", "Who escalates, and to whom?", "By when?")
REFLECT_EXPERIENCE, REFLECT_REFLECTION, REFLECT_ANALYSIS, REFLECT_ACTION = (
    "Experience",
    "Reflection",
    "Analysis",
    "Action",
)
REFLECT_CYCLE, REFLECT_COLUMNS = "4x4x4 cycle", "Signs of Safety columns"
REFLECT_WORRIED, REFLECT_WELL, REFLECT_NEEDS = (
    "What are we worried about?",
    "What is working well?",
    "What needs to happen?",
)
REFLECT_SIGN = "Do you recognise this sign?"
REFLECT_BY = "{title} ({model})"
REFLECT_AS = "As {model}"
REFLECT_NONE = "Neither the manual nor the learning holds questions to reflect on that I could read."
REFLECT_EXPORTED = (
    "A record of a reflection: the prompts used and what was decided. It names no child and decides no threshold."
)
REFLECT_CLOSING = "To close"
REFLECT_NOTE = "Note:"
REFLECT_TICKED, REFLECT_UNTICKED = "Talked about.", "Not talked about."
REFLECT_UNANSWERED = "Not written down."
REFLECT_EMPTY_PART = "No printed question fits here."
REFLECT_PAGE = "Page {page}"
REFLECT_NOT_OPEN = "No reflection is open. Start one with /reflect and a topic, such as /reflect neglect."
REFLECT_NO_ITEM = "There is no question {number}. They run from 1 to {last}."
REFLECT_HOW = "Tick with /tick 3, add a short note with /tick 3 your note, close with /decide, /who and /when, then /export md, docx or pdf."
REFLECT_EXPORT_DONE = "Exported. The reflection and its notes are deleted here."
REFLECT_EXPORT_KINDS = "I can export as md (Markdown), docx (Word) or pdf: /export pdf"
FALLBACK_CHOICES = ("my referral was turned down, what next?", "who do I call?", "help")
PRIVATE_ONLY = "I only answer in a private chat."
TEXT_ONLY = "Text only, please. Please don't send documents or pictures about children. I have not opened it."
EMPTY = "I did not get any words. What would you like to ask?"

WELCOME = "Ask me what to do next. I answer in quotations from your area's procedures."
WELCOME_DEMONSTRATION = "This is the built-in demonstration, an invented area: not for real use."
WELCOME_PRIVACY = "Please leave out names, dates of birth and addresses."
ENGLISH_ONLY = "I can only read English. If a child is in danger now, call 999: they have interpreters."
TOO_LONG = "That was long: I read the first {kept} characters for the answer, and all of it for signs of danger."
PERSONAL_DATA = (
    "I left out {found}. Please write without anything that identifies a child or a family, and delete it above."
)
AREAS_NONE = "The published manuals name no areas, so there is none to choose."
NUMBERS_AS_OF = "Numbers as last read on {day}."
STAGE_WORDS, RESTART_WORDS, REFLECT_WORDS = "find my stage", "start again", "reflect on {topic}"

REFLECT_DROPPED = "The reflection and its notes are deleted."
REFLECT_UNDER_WAY = "A reflection is under way: {title}, {ticked} of {last} ticked. Go on with it, export it, or drop it with /drop and start another."
REFLECT_PROGRESS = "{ticked} of {last} ticked."
REFLECT_NOTED = "Noted."
REFLECT_WHICH = "Which question? For example: /tick 3, or /tick 3 with a short note."
REFLECT_SAY = "What was it? For example: {example}"
REFLECT_EXAMPLES = (
    "/decide we escalate to the next stage",
    "/who the safeguarding lead, to the front door's manager",
    "/when Friday at noon",
)
REFLECT_NOTE_LONG = "A note holds at most {most} characters. It was not kept."
REFLECT_FILE = "reflection-{day}"

EDITED = "Your message as you edited it:"
SENT_LATE = "You sent this while I was unavailable:"
SENT_AGAIN = "Sent again, in case it did not reach you:"
FLOOD = "That is more than I can answer at once. Please wait a minute. If a child is in danger now, call 999."
BUTTON_EXPIRED = "That button has expired. These still work:"
FILE_NOT_SENT = "I could not send the file. The reflection is kept: please try /export again in a few minutes."
READ_SECTION = "Read the section"

CHAT_STOPS = "Ctrl-D stops."
CHAT_YOU = "you> "
CHAT_CHOICES = "Choices (type a number):"
CHAT_SAVED = "Written to {path}"
CHAT_NOT_SAVED = "I could not write {path} ({why}). The reflection is kept: type /export again once that is mended."
CHAT_ENDED = "Ended. Nothing of this conversation is kept but the clocks that you started."
LINE_NOT_JSON = "Line {number} is not a JSON object: {why}. Each line must look like {example}."
LINE_NOW = "Line {number}: “now” is not a time with a zone. It looks like 2026-11-25T17:00:00+00:00, or leave it out."
LINE_MISSING = "Line {number} has no “{key}”, or it is not text. Each line must look like {example}."

WEB_AT = "Open {address} in a browser; {who}. Ctrl-C ends it."
WEB_OPEN_TO_ALL, WEB_INVITED_ONLY = "anybody on this machine may ask", "people who were invited may ask"
WEB_NAME = "Signpost"
WEB_SKIP = "Skip to main content"
WEB_TITLE = "What do you need to know?"
WEB_ANSWER = "Answer"
WEB_QUESTION = "Your question"
WEB_HINT = "Write what has happened, in your own words. Leave out names, dates of birth and addresses."
WEB_ASK = "Ask"
WEB_ASK_NEXT = "Ask the next question"
WEB_ASKING = "Looking it up. An answer takes about two seconds."
WEB_ANSWERED = "The answer is on the page."
WEB_PENDING = "Your question is kept and is being looked up."
WEB_PENDING_SHOW = "Show the answer"
WEB_ASKED = "You asked"
WEB_ASKED_PRIVATE = "What you wrote is not shown, because it held personal details."
WEB_ASKED_GONE = "What you wrote is not kept."
WEB_NEXT_CHOICES = "What next?"
WEB_EARLIER = "Earlier in this visit"
WEB_WHOLE = "See the whole conversation"
WEB_SOURCE = "Source"
WEB_SOURCE_LEARNING = "From a review: it recommends, it does not require"
WEB_READ_AT = "Read it at {host}"
WEB_VERSION = "Version of {version}"
WEB_NO_VERSION = "No date of amendment printed"
WEB_FETCHED = "Read from the site on {day}"
WEB_MORE_STEPS = "Show the other steps ({count})"
WEB_MORE_LIMITS = "Show the other limits and exceptions ({count})"
WEB_TICK_NOTE = "Ticks stay on this page only. They are not kept, and they print."
WEB_HAVE_IT, WEB_HAVE_NOT_YET = "Have it", "Still to find"
WEB_TICK, WEB_UNTICK = "have {number}", "remove {number}"
WEB_TICK_DO, WEB_UNTICK_DO = "I have it", "Take the tick away"
WEB_CALL_NOW, WEB_CALL_CLOSED, WEB_CALL_OUT = "Open now", "Closed now", "Out of hours"
WEB_MUST, WEB_SHOULD = "Must", "Should"
WEB_COPY, WEB_COPIED = "Copy this line", "Copied."
WEB_DANGER = "Immediate danger"
WEB_NEEDS_QUESTION = "Write your question first."
WEB_PROBLEM = "There is a problem"
WEB_DEMONSTRATION = "This is the built-in demonstration of an invented area. It is not for real use."
WEB_PRINT = "Print this conversation"
WEB_PRINT_TITLE = "This conversation"
WEB_PRINT_LEAD = (
    "Print this page, or save it as a PDF, with your browser. Do not keep it with anything that identifies a child."
)
WEB_PRINT_NONE = "Nothing has been asked on this visit yet."
WEB_BACK = "Back to the conversation"
WEB_FINISH = "Finish and erase"
WEB_FINISH_NOTE = "Erases this conversation here. Do this on a computer that others use."
WEB_ABOUT = "What is kept, and accessibility"
WEB_NATIONAL = "Numbers for everybody"
WEB_ARRIVING = "Opening Signpost"
WEB_ARRIVING_GO = "Go on to Signpost"

WEB_SIGN_IN = "Enter your invitation code"
WEB_SIGN_IN_WHY = "Signpost answers people who were invited. Whoever invited you gives you a code, which works once and for 10 minutes."
WEB_CODE = "Invitation code"
WEB_CODE_HINT = "Three groups of four letters and numbers, such as AB3D-EF6H-JK89"
WEB_CODE_EMPTY = "Enter the code that you were given."
WEB_SIGN_IN_DO = "Continue"
WEB_SIGN_IN_KEPT = "This browser is then known for 90 days by one cookie. Do not do this on a computer that others use."

WEB_REFLECTION_OPEN = "Open the reflection sheet"
WEB_REFLECTION_NONE = "No reflection is open"
WEB_REFLECTION_START = "Start a reflection"
WEB_REFLECTION_NOTE = "Short note on question {number}"
WEB_REFLECTION_SAVE = "Save"
WEB_REFLECTION_SAVED = "Saved."
WEB_REFLECTION_TAKE = "Take it away"
WEB_REFLECTION_TAKE_WHY = "The sheet and its notes are deleted here once the file is handed over."
WEB_REFLECTION_DROP = "Delete the sheet"

WEB_UNREADABLE = "That could not be read"
WEB_UNREADABLE_WHY = "What your browser sent is not one of our forms."
WEB_GO_BACK = "Go back to the conversation and send it again."
WEB_STRANGER = "You need an invitation"
WEB_STRANGER_WHY = "Signpost answers people who were invited, and this browser is not known here."
WEB_STRANGER_DO = (
    "Enter the code that you were given. If you have none, ask your safeguarding partnership for an invitation."
)
WEB_FORGED = "We could not be sure that this came from you"
WEB_FORGED_WHY = (
    "The form did not carry the mark that our pages put into it. That happens when cookies are blocked, or when a page of "
    "another site sent it. Nothing was asked or kept."
)
WEB_SEND_AGAIN = "If it was you, send it again from here."
WEB_MISSING = "There is no such page"
WEB_MISSING_WHY = "The address may be mistyped."
WEB_START = "Start at the conversation."
WEB_SLOW = "That took too long to arrive"
WEB_SLOW_WHY = "Your connection broke off before all of it was here. Nothing was asked or kept."
WEB_LARGE = "That was too long"
WEB_LARGE_WHY = "A question may have 8,000 characters. Nothing was asked or kept."
WEB_LARGE_DO = "Go back, shorten it to what has happened and what you want to know, and send it again."
WEB_ENDED = "Your visit has ended"
WEB_ENDED_WHY = "To protect you, a visit ends after some time without a question, and what was on the page is erased."
WEB_ELSEWHERE = "This is not the address of these pages"
WEB_ELSEWHERE_WHY = "The pages were asked for under a name that they do not have."
WEB_ELSEWHERE_DO = "Use the address that you were given."
WEB_FLOOD = "Please wait a minute"
WEB_FLOOD_DO = "Then send it again from here."
WEB_DOWN = "Sorry, something went wrong here"
WEB_DOWN_WHY = "Your question was not taken. It is not your fault."
WEB_DOWN_DO = "Try again in a minute. If it cannot wait, ask your safeguarding lead or manager, or call the front door for your area."

WEB_ABOUT_PARTS = (
    (
        "What this is",
        (
            "Signpost answers with quotations from your partnership's procedures, each with its source and date. It writes no "
            "guidance of its own, decides no threshold, and is no emergency service. In danger, call 999.",
        ),
    ),
    (
        "What is kept",
        (
            "What you write is kept until it is answered, then erased. It is shown to you from memory until your visit ends.",
            "Answers are kept until your visit ends: when you choose “Finish and erase”, or after some time without a question. "
            "So are your last few questions, without the personal details that we found, so that “and if they still say no?” is understood.",
            "Escalation clocks that you start are kept until you stop them. /mydata tells what is kept about you, /forget deletes it.",
            "Personal details that we find in a question are taken out before it is looked up. We cannot find all of them: "
            "please leave them out.",
            "There is one cookie. It says that the next question comes from this browser. Nothing is shared with anybody.",
        ),
    ),
    (
        "Accessibility",
        (
            "These pages are made to meet WCAG 2.2 AA: they work with a keyboard, a screen reader, large text, a narrow screen, "
            "and without JavaScript.",
            "They are checked automatically with each change. They have not yet been checked by people who use a screen "
            "reader every day. If something does not work for you, tell whoever invited you.",
        ),
    ),
)

NATIONAL_NUMBERS = (
    "If a child is in danger now, call 999. Police when it is not an emergency: 101.\n"
    f"{NSPCC}\n{WHISTLEBLOWING}\n{CHILDLINE}"
)
ACCESS_STRANGER = (
    "I answer people who were invited. Ask your safeguarding partnership for an invitation, then send me the code. "
    "(Whoever runs this makes one with: signpost people invite)"
)
ACCESS_LAPSED = "Your access has to be confirmed every 90 days, and that is due. Ask whoever invited you to confirm it."
ACCESS_REVOKED = "Your access has ended. If that is a mistake, ask whoever invited you."
ACCESS_WRONG_CODE = (
    "That code does not work: it is wrong, used, or over 10 minutes old. Ask whoever invited you for a new one."
)
ACCESS_THROTTLED = "Too many codes that do not work were tried. Wait 10 minutes, then try again."
ACCESS_JOINED = "Welcome. You can ask now. Your role here: {role}."
ACCESS_AREA = "Your area is {area}; /area changes it."
ACCESS_NO_AREA = "Choose your area with /area."
ACCESS_NOBODY = (
    "Nobody has been invited yet, so nobody may ask; signs of danger are answered all the same. Invite somebody: "
    "signpost people invite --role practitioner --area NAME. For trying out: SIGNPOST_OPEN_TO_ALL=true."
)
ACCESS_OPEN = "Open to everybody, as SIGNPOST_OPEN_TO_ALL says. Do not leave it so."

KEPT_LEAD = "What is kept about you here:"
KEPT_NOTHING = "Nothing is kept about you here."
KEPT_ACCOUNT = "You were let in as {role}{area}{name}, last confirmed on {verified}, to be confirmed again by {due}."
KEPT_ACCOUNT_ENDED = "You were let in as {role}{area}{name}; that has ended."
KEPT_ACCOUNT_AREA = " for {area}"
KEPT_ACCOUNT_NAME = ", under the name “{name}”"
KEPT_AREA = "The area you chose: {area}."
KEPT_REFLECTION = "A reflection under way, with its ticks and notes, until you export or drop it: {title}."
KEPT_THREAD = (
    "What this conversation is about, and your last few questions without the personal data that was found in them, "
    "until {hours} hours after your last message."
)
KEPT_HOW = (
    "Your account's number is not kept, only a code made from it. A message is erased once it is answered. "
    "Your channel (such as Telegram) keeps its own copy. /forget deletes everything above."
)
FORGET_SURE = (
    "This deletes everything kept about you here: your access, your area, a reflection under way, this conversation. "
    "To ask again you need a new invitation. Shall I?"
)
FORGET_CHOICE = "Yes, delete it all"
FORGOTTEN = (
    "Deleted. Only the bare numbers of your last messages stay, for {days} days, so that none is answered twice. "
    "Your channel keeps its own copy of this chat."
)
FORGOTTEN_NOT = "I could not delete all of it now. Please send /forget yes again in a few minutes."

YOU_SAID = "WHAT YOU SAID"
BESIDE_LEAD = (
    "The manual's own words for each level, in order. A letter marks words that come near what you said: read both and "
    "judge for yourself. Signpost does not decide a level."
)
BESIDE_NONE = "None of these words came near what you said. That decides nothing."
DISCUSS = "Discuss it with your safeguarding lead or manager, and say what makes you worry."
TELL_FIRST = "Tell me in a few words what you have seen, heard or been told. No names, please."
TELL_THEN_LEVELS = "I will set it beside the manual's words for each level."
TELL_THEN_SIGNS = "I will set it beside the manual's warning signs."
NO_LEVELS = (
    "The manual for this area holds no levels of need that I could read, so there is nothing to set your words beside."
)
NO_SIGNS = "The manual for this area holds no list of warning signs that I could read."
SIGNS_SO_FAR = "WARNING SIGNS THAT COME NEAR WHAT YOU SAID"
SIGNS_NEAR = "near “{said}”"
SIGNS_NOT_NEAR = "On no list that I could read: {said}. That makes it no less worth raising."
TOLD_TITLE_LEVELS, TOLD_TITLE_SIGNS = "compare with the levels", "warning signs so far"
READY_HOW = "Say what you have, such as “have 1 and 3”. Stop when you like: “referral list” takes it up again."
READY_STILL = "STILL TO FIND"
READY_DONE = "You have everything on this list."
READY_NO_WAIT = "If you are worried now, do not wait for the rest: call."
READY_LEFT = "Left for now. Say “referral list” to take it up again."
READY_NO_ITEM = "The list runs from 1 to {last}."
NO_READY_LIST = "The manual for this area holds no list of what to have ready for a referral that I could read."
CHRONOLOGY_SAYS = "WHAT THE MANUAL SAYS A CHRONOLOGY HOLDS"
CHRONOLOGY_NONE = "The manual for this area does not say what a chronology holds, as far as I can find."
CHRONOLOGY_LINES = "LINES TO COPY INTO YOUR OWN SYSTEM"
CHRONOLOGY_LINE = "{day} | what happened: ____ | who says so: ____ | what was done: ____"
CHRONOLOGY_BLANK = "__/__/____"
CHRONOLOGY_KEEP = (
    "Fill it in there and not here: nothing about a child is kept in this chat. Earliest first; today's line is last."
)

CLOCK_START = "Start the clock"
CLOCK_START_WORDS = "start the clock"
CLOCK_WHICH_STAGE = (
    "I start a clock at a stage of the escalation procedure, with the time limit printed there. First tell me what "
    "happened, or find your stage. A clock for anything else belongs in your own diary."
)
CLOCK_NONE_PRINTED = "The procedure states no time limit for {stage}, so there is no clock to start."
CLOCK_OWN_DIARY = "Agree a date with your safeguarding lead or manager, and put it in your own diary."
CLOCK_NOT_COUNTED = "{stage}: I cannot count what is printed here, so there is no clock to start."
CLOCK_WHICH = "WHICH CLOCK? {stage}"
CLOCK_PRINTED = "counted as {limit}"
CLOCK_NO_SUCH = "There is no clock {number} here. They run from 1 to {last}."
CLOCK_NOT_THIS = "I cannot count that one. {why}"
CLOCK_TOO_MANY = "You have {count} clocks, which is as many as I keep. Stop one first: /clocks"
CLOCK_SINCE = "I could not read that start. Try: /clock {number} from yesterday, or from 24 November 14:30."
CLOCK_SINCE_TIME = "That limit runs by the hour, so I need the time too: /clock {number} from {day} 14:30"
CLOCK_WITHHELD = (
    "This computer's clock has jumped, so I count no deadline just now. Work it out from the printed limit, or try again "
    "in an hour."
)
CLOCK_STARTED = "CLOCK STARTED: {reference}, {stage}"
CLOCK_COUNTED = "Counted from {start}. It ends at {due}."
CLOCK_QUALIFIED = "Printed with it: “{words}”. I count the number alone."
CLOCK_PASSED = "That time has passed already. If it is not resolved, go on to the next stage."
CLOCK_RUNS_FROM = "The manual counts from “{trigger}”. If that was earlier, say so: /clockfrom {number} yesterday, or 24 November 14:30."
CLOCK_REMIND = "I remind you here at {moment}."
CLOCK_RENAME = "To call it by a code of your own, never a name: /rename {number} ref 12"
CLOCK_REFERENCE = "I keep a reference only where it is a code with a number, such as ref 3: no names, no dates. I called it {reference}."
CLOCK_RENAMED = "Clock {number} is now called {reference}."
CLOCKS_CHOICE = "My clocks"
CLOCKS = "YOUR CLOCKS"
CLOCKS_NO = "You have no clock running. Ask what to do next, then choose “Start the clock”."
CLOCK_LINE = "{reference}, {stage}: ends at {due}"
CLOCK_LINE_PASSED = "{reference}, {stage}: ended at {due}"
CLOCK_WHICH_RUNNING = "Which clock do you mean?"
CLOCK_STOP_CHOICE = "Stop the clock {reference}"
CLOCK_STOPPED = "Stopped: {reference}. I keep nothing of it."
CLOCK_RESOLVED = (
    "Good. The clock {reference} is stopped, and I keep nothing of it. Record how it was resolved in your own system."
)
CLOCK_NEXT_WORDS = "what is the next stage?"
CLOCK_NEXT = "The clock {reference} is stopped. Not resolved, so the next stage:"
CLOCK_STILL = "The clock {reference} still runs. Please try again in a few minutes."
CLOCK_TOMORROW = "I remind you of {reference} again at {moment}. The limit itself does not move: it was {due}."
CLOCK_RESOLVED_CHOICE, CLOCK_UNRESOLVED_CHOICE, CLOCK_TOMORROW_CHOICE = (
    "Resolved",
    "Not resolved: next stage",
    "Remind me tomorrow",
)
REMINDER = "REMINDER: {reference}, {stage}"
REMINDER_AGAIN = "REMINDER, GIVEN BEFORE AND STILL OPEN: {reference}, {stage}"
REMINDER_PASSED = "The time is up: it ended at {due}."
REMINDER_ENDS = "The time is nearly up: it ends at {due}."
REMINDER_ASKS = "Is it resolved?"
CLOCK_CHANGED = "The manual has changed since: it now prints {now}. Read it before you rely on this date."
CLOCK_CHANGED_NONE = (
    "The manual has changed since: it now prints no time limit for this stage. Read it before you rely on this date."
)
CLOCK_CHANGED_GONE = (
    "The manual has changed since: I no longer find this stage there. Read it before you rely on this date."
)
KEPT_CLOCK = (
    "A clock until you stop it: {reference}, {stage}, with the printed limit, its dates and where to remind you."
)
