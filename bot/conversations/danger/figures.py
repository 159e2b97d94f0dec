"""Figures of speech, denials and names of papers that only sound like danger: taken out before the rules are asked."""

from bot.conversations.danger.mentioned import MENTIONED
from bot.conversations.danger.patterns import Finder, read_patterns

TAKEN_OUT = Finder(
    read_patterns(
        """
        not in ..4 danger|risk
        no ..2 immediate|imminent|serious|current|obvious|apparent ..1 danger|risk|concerns|harm
        no danger|risk
        not ..1 think|believe|feel ..3 in|at ..2 danger|risk
        not ..2 immediate|urgent ..1 danger|risk
        not an|a ..1 emergency
        out of danger
        no_longer|not ..1 at_risk|suicidal
        not|never ..1 self_harmed|self_harming
        denies|denied|denying ..2 self_harm|suicidal|hitting|hurting|being
        no ..1 injuries|bruises|marks|bruising|thoughts|injury|weapon|weapons
        not hurt|injured|harmed
        emergency protection
        protection order|orders
        police_powers|powers of protection
        police protection
        emergency duty
        emergency contact|contacts|number|numbers
        out_of_hours emergency
        child abduction unit
        missing school|schools|education|lessons|lesson|class|appointments|appointment|appts|appt|register|information|info|data|minutes|pages|page|documents|details|records|entries|paperwork|work|meetings|sessions|something|signature|health|early|dental|college|nursery|days
        missing ..2 out on
        missing|misses lots|loads|much|most|half|some|a_lot|chunks|bits of
        no_longer in ..2 danger|risk
        missing from ..1 education|the_referral|referral|minutes|record|records|file|list|lessons|form|chronology|plan|notes|report|agenda|register|class|college
        missing in education
        children missing education|from
        missing children|episodes|episode|person|persons|form|forms ..1 PAPER|coordinator|team|form|unit
        miss|missed|misses|missing ..2 appointments|appointment|deadline|visits|visit|calls|call|dose|doses
        minutes|page|pages|section|information|entries|form|chapter|link|attachment|notes|file|files is|are|s|have|has ..2 missing
        has|have missing entries|pages|sections|information
        brick wall
        hit|hits|hitting ..2 wall|roof|deadline|ground|buffers|target|targets|dead_end|nail|road|send|sack|jackpot|numbers
        this|it|emails|email|calls|phone|deadlines|workloads|cuts|systems|paperwork|caseload|workload|mash|process|delay|delays|job|waiting|forms|referral|system|stress|admin|hours|traffic|meeting|meetings ..3 killing|kills|kill|killed ..1 me|us
        killing me this|the|with|waiting|trying
        killing ..1 time
        drowning|drown|drowned|swimming in|under ..3 referrals|paperwork|emails|work|cases|admin|forms|it|caseload|deadlines|meetings
        fire fighting
        firefighting|fire_drill|fire_alarm|fire_safety|fire_door|fire_risk|fire_fighting|under_fire|fire_away|get_fired|got_fired|was_fired|been_fired
        shot ..2 down
        shot in ..1 dark
        shoot ..2 email|down|message|over|off
        beat|beats|beating|beaten ..2 down|clock|bush|deadline|system|process|drum|odds|rush
        i|we|im ..2 got|been|was|am|being|were ..1 attacked|slated|battered|hammered|slaughtered|shot|beaten|hammered|slammed|strangled|smashed ..4 meeting|chair|process|conference|management|email|ofsted|manager|system|mash|workload|media|press|audit|caseload|it|paperwork|deadlines
        banging|bang|hitting|banged|smashing ..1 my|our|your|head head|against
        head against ..2 wall
        kick|kicking|kicked ..5 grass|off_the|off_a|touch|can|into_touch|kerb
        kick|kicks|kicking|kicked off|back ..2 meeting|project|process|session|conference|review|training|plan|off
        threw|throw|throws|throwing|thrown|chucked ..4 referral|referrals|out_the_window|towel|book|under|light|money|at_us|complaint|application
        strangled|killed|stabbed|strangling|killing ..3 referral|birth|plan|project|process|proposal|paperwork|back|system|tape
        stabbed|stab in|at ..1 back|the_dark|this|it
        dying|dead ..1 to|in|for ..2 know|hear|water|see|end|go|loo
        dead end|line|lines|beat|set|tired|wrong
        over my dead
        burning question|issue|questions|desire|issues|platform|need
        burnt|burned|burning|burn out|ourselves_out
        choking|choked ..2 up|system|process|workload|deadline|deadlines|admin|tight
        i am choking
        hanging|hang|hung|left ..2 on_the_phone|on_hold|phone|out_to_dry|hanging|up|around|over|about|fire|in_the_balance
        jump|jumping|jumped ..1 through|to|on|hoops|ship|gun|queue|in
        breathing ..1 down|space|room|exercises
        breathe a
        not breathe ..1 word
        cut|cuts|cutting ..2 services|corners|funding|budget|budgets|through|red_tape|down|back|short|staff|and_paste|hours|jobs|posts|off_the|edge|out_the|costs
        snowed|buried|swamped|sinking under|in
        bleeding edge|heart|us_dry|obvious|money|computer|system|form
        poisoned chalice
        unconscious bias
        come|came|comes|coming|got|get back to ..1 us|me|you
        pin|pinned|pinning|nail|nailed down ..2 stage|level|date|time|answer|meaning|threshold|process|plan
        dragging|drags|drag|dragged ..2 feet|heels
        is|am|are a ..1 parent|mum|dad|adult|mother|father ..1 now
        violent ..2 marker|markers|flag|warning
        pick_up|collection|handover|drop_off PAPER
        is|am|are now a ..1 parent|mum|dad|adult|mother|father|practitioner|social
        jumped|jumps|jumping down ..2 throat
        down my|our|the|his|her throat
        bite|bit my head
        murder trying|getting|to
        car crash of
        washed|wash|washing ..2 hands
        being bombarded
        hard to swallow
        kill|killing two birds
        bleeding us|me
        no_one|nobody|noone has|have|was|is|had ..1 been hurt|harmed|injured
        no_one|nobody|noone is|was|got hurt|harmed|injured
        not ..1 saying|suggesting|claiming|implying ..4 in ..2 danger|risk
        playing|play|played with fire
        dead loss|wood|slow|keen|easy|simple|straightforward|against|on|right
        stone|half|brain dead
        killed|kill|killing ..2 it|referral|plan|idea|project|case ..1 off|dead
        blood is|was|s ..1 boiling|up
        blood out_of|from a stone
        blood pressure|test|tests
        bad|new|cold|own blood
        breathing fire
        under fire|attack
        shoot|shot|shooting ..1 me|us|him|her|over ..2 link|email|message|copy|line
        red tape
        which|the|this|that|a|every|last|first|little|any|next|best|worst bit
        bit of|about|on
        slam|slammed|slamming ..2 door|phone
        bit|bite|biting|bites ..1 my|our|his|her|your head|tongue|bullet
        fighting|fought tooth
        crash course
        out|blood of ..1 blue
        feeling|feel|am|been|was|bit ..1 blue
        into thin
        hit|hitting|hits home|rock|the_spot
        jump|jumping|jumped ..1 at|up|ship|on_a_call|on_the|to_conclusions|queue|hoops
        hanging ..1 around|on|over|up|in_there
        beat|beating|beats ..1 myself|ourselves|yourself up
        emergency|danger ..1 placement|placements|accommodation|review|leave|meeting|contact|money|pay|fund|services|strategy|housing|funding|grant|planning|plan|plans|food|tax|respite|case|conference
        non|not emergency
        danger|drink|drug statements|statement
        kick|kicks|kicking|kicked off ..3 meeting|project|process|conference|review|training|plan
        dead to
        sink|sinking or|ship|feeling
        freezing|boiling|starving in|here|office
        trapped in ..2 loop|system|cycle|bureaucracy|meetings|meeting
        hiding behind|something
        crushed|crushing by|workload ..2 workload|it|decision
        abuse|abusing ..1 of power|system|process|trust
        attack|attacked ..1 on|by ..2 ofsted|professionals|press
        has|have|had not been hit|hurt|harmed|injured|assaulted|abused|threatened|beaten
        we are ..1 drowning|dying|sinking|suffocating|choking|drowned|dead
        hit|hits|hitting us with
        pulled|pull|pulling the plug|rug|strings
        see|seen|speak|spoken|spoke|talk|seeing|interview|talked ..3 alone
        now ADULTAGE|an_adult|grown_up
        missing from ..1 school ..2 a_lot|often|attendance|most|regularly|frequently|days
        brain storm|storming|dead
        crashed|crash ..3 computer|laptop|system
        placement|plan|placements|package|system|meeting|arrangement ..2 collapsed|broken|broke|breakdown|broken_down
        fight|fighting|battle|fought ..2 battle|corner|losing|for|against|over|with ..2 battle|corner|cause|front_door|mash|this|them|place|funding|social|system|council|decision
        fitting in|into|the|with
        smashed|smashing it|the_targets|targets|that|job
        lost ..1 cause|the_form|the_link
        ticking time|bomb
        blown|blow ..2 away|proportion|off
        in hot|deep water
        dead|killed ..2 referral|case_closed|lead
        gun to ..2 head
        jumping|jumped the gun
        bite|bit|biting ..2 bullet|tongue|back_at|the_hand|of
        tear|tearing|pulling ..3 hair
        up in arms
        left alone to|with ..2 deal|this|sort|case|decide
        on fire today
        shoot|shooting|shot the|from messenger|hip|breeze
        murder|nightmare ..3 parking|traffic|getting|trying
        danger|dangers of|in ..2 drift|delay|assuming|groupthink|losing|missing|overlooking
        suicide watch policy
        risk of|that drift|delay
        passed out ..2 leaflets|forms|copies|minutes|information
        in|at the_deep end
        stranger danger
        internet|online|road|water|fire|e safety
        choking|strangling|killing|suffocating ..2 services|service|system|process|sector
        shaken by
        knife|gun|gang|hate|cyber crime
        gun|shotgun|firearm|firearms|shot_gun licence|license|licences|certificate|certificates
        999 or 101|111
        101|111 or 999
        killing it
        fire brigade|service|crew got|have|has|came|put|took
        accused of ..1 slapping|hitting|hurting|touching|pushing|shoving|grabbing|smacking|kicking|harming|shouting
        drink|drunk|drug driving ..2 policy|policies|course|law|limit|awareness|offence
        back in|at school|college|work|nursery|education ..1 now
        still ..2 go|need|have_to|count|refer|report|tell|apply|possible|required|matter|worth
        """,
        MENTIONED,
    )
)


def without_mentions(words: list[str]) -> list[str]:
    """The words, with a dot in the place of each that belongs to a figure of speech or to something denied."""
    left = list(words)
    for _, (start, end) in TAKEN_OUT.find(words):
        left[start:end] = ["·"] * (end - start)
    return left
