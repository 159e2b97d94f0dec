"""Whether a message in Latin letters is in another language than English: told from its commonest words, and no model.

A message is another language's when at least two different words of it are among that language's commonest, more than
are English. Words that both use ("do", "no", "on", "to") tell nothing and stand in neither list; nor do words that people
misspell English into.
"""

import re
import unicodedata

_FEWEST = 2  # different foreign words
_WORD = re.compile(r"[^\W\d_]+")

_ENGLISH = frozenset(
    """a about after again all am an and any are as at back be because been before but by call can child children closed come could dad
    did do does dont for from get go got had has have he help her here him his how i if im in is it its just kid kids know like mash me
    mum my need next no not now of off ok on one or our out over parent please police referral said say school she should so social some
    still stage tell than that the their them then there they this to told up us want was we were what when where which who why will
    with work would you your hi hello thanks number worried""".split()  # noqa: SIM905  # a list of one word a line would hide what is in it
)
_OTHERS = {
    "Polish": "jest nie się sie pomocy potrzebuję potrzebuje moje że dziecko dziecka dziecku dzieci syn córka corka mam mój moj moja proszę prosze pomoc pomóc pomoc jak kogo komu gdzie dlaczego co czy bardzo tylko bo już juz ale tak mnie ojciec matka mama tata mąż maz pije bije dzień dobry domu szkoła szkole zadzwonić boję boje być są sa w z na dla przez od ich jego jej",
    "Romanian": "este sunt nu și si sa să ce cum cine pe pentru din cu la un o copil copilul copii mama tata mea meu mele ajutor ajut vă va rog mă ma lui ei foarte acum unde când cand după dupa fost are avem vreau bate școală scoala acasă acasa sun",
    "Welsh": "mae ydw gwneud yn ddim dim ydy yw y yr i wedi oes sut pwy beth ble pam fy ei eu dwi rwy rydw chi ni nhw plentyn plant ysgol helpu mam dad tad gartref angen gyda ond hefyd heddiw nawr rwan ffonio dyn cymraeg",
    "French": "je suis est sont pas ne le la les des un une mon ma mes il elle nous vous ils qui que quoi comment où pourquoi avec pour dans sur mais très enfant enfants aide aidez école père mère dois appeler bonjour merci ai été peur frappe c'est",
    "Spanish": "el la los las es está estan están no un una mi mis su que qué quien quién como cómo donde dónde por para con pero muy niño niña niños hijo hija ayuda necesito escuela padre madre llamar hola gracias tengo miedo casa yo ella",
    "Portuguese": "o a os as é está não nao um uma meu minha que quem como onde por para com mas muito criança crianças filho filha ajuda preciso escola pai mãe mae ligar olá ola obrigado tenho medo casa eu ela ele",
    "Italian": "il lo la gli le è sono non un una mio mia che chi come dove perché per con ma molto bambino bambina bambini figlio figlia aiuto scuola padre madre chiamare ciao grazie ho paura casa lui lei",
    "German": "ich bin ist sind nicht der die das ein eine mein meine wer was wie wo warum mit für aber sehr kind kinder sohn tochter hilfe schule vater mutter anrufen danke habe angst zuhause er sie wir und",
    "Lithuanian": "yra ne aš as mano vaikas vaikai vaiko kas kaip kur kodėl kodel su ir bet labai pagalba pagalbos mokykla tėvas tevas motina prašau prasau skambinti namuose mama tėtis reikia",
    "Turkish": "ve bir bu çocuk cocuk çocuklar var yok değil degil ne nasıl nasil kim nerede neden için icin ile ama çok cok yardım yardim okul baba anne lütfen lutfen evde ben benim oğlum kızım",
    "Hungarian": "van nem és es egy az a ki mi hogy hogyan hol miért mert nagyon gyerek gyermek gyerekek segítség segitseg iskola apa anya kérem kerem otthon vagyok fiam lányom",
    "Czech and Slovak": "je není neni nie se sa že ze dítě dite dieťa dieta děti deti jak ako kdo kto kde proč preco a ale velmi pomoc pomoct škola skola otec matka prosím prosim doma mám mam bije jsem som",
    "Albanian": "është eshte jam nuk një nje dhe për per me fëmijë femije fëmija kush si ku pse ndihmë ndihme shkolla babai nëna nena ju lutem shtëpi shtepi kam frikë frike",
    "Somali": "waa ma iyo ku ka u la waxaan ilmo ilmaha caruurta carruurta kee yaa sidee xagee maxaa caawimo caawi iskuul aabbe hooyo fadlan guriga aniga wiilkayga gabadhayda",
    "Dutch": "het een is zijn niet ik mijn wie wat hoe waar waarom met voor maar heel kind kinderen zoon dochter hulp school vader moeder bellen dank heb bang thuis hij zij wij en",
}  # fmt: skip
_LANGUAGES = {name: frozenset(words.split()) - _ENGLISH for name, words in _OTHERS.items()}


def is_another_language(text: str) -> bool:
    """Whether a message is in one of the languages above and not in English. A word or two of another language in an English
    message leaves it English."""
    words = {unicodedata.normalize("NFC", word).casefold() for word in _WORD.findall(text)}
    english = len(words & _ENGLISH)
    foreign = max(len(words & known) for known in _LANGUAGES.values())
    return foreign >= _FEWEST and foreign > english
