"""Short forms, text speak and signs, and the words they stand for."""

CONTRACTED = {
    "s": ("is",),
    "re": ("are",),
    "ve": ("have",),
    "ll": ("will",),
    "d": ("would",),
    "m": ("am",),
    "t": ("not",),
    "n": ("and",),
}

_PLAIN = """
breave=breathe; breav=breathe; breaving=breathing; bruvver=brother; muvver=mother; favver=father; nuffin=nothing; nuffink=nothing; nothin=nothing
hes=he is; shes=she is; theyre=they are; there's=there is; theres=there is; thats=that is; im=i am; ive=i have; weve=we have
theyve=they have; youve=you have; whos=who is; whats=what is; theyll=they will; itll=it will; itl=it will; shed=shed
dads=dad is; mums=mum is; moms=mum is; mams=mum is; stepdads=stepdad is; stepmums=stepmum is; kids=kids; childs=child is; babys=baby is
isnt=is not; arent=are not; aint=is not; wasnt=was not; werent=were not; dont=do not; doesnt=does not; didnt=did not; cant=can not; cannot=can not
wont=will not; hasnt=has not; havent=have not; hadnt=had not; wouldnt=would not; couldnt=could not; shouldnt=should not; hsnt=has not; int=is not
wnt=will not; isn=is; dnt=do not; cnt=can not; cudnt=could not; didn=did; nt=not; isint=is not; hed=he would; theyd=they would; youd=you would; wasent=was not; wudnt=would not
gonna=going to; gunna=going to; gna=going to; gon=going to; ganna=going to; gonnna=going to; finna=going to; boutta=about to; bouta=about to; tryna=trying to; tryin=trying
wanna=want to; wana=want to; gotta=got to; hafta=have to; dunno=do not know; lemme=let me; imma=i am going to; ima=i am going to; goin=going
rn=right now; atm=at the moment; nw=now; noww=now; rite=right; ryt=right; tonite=tonight; 2nite=tonight; tonyt=tonight; 2night=tonight; tnite=tonight; nite=night
2day=today; 2moro=tomorrow; tmrw=tomorrow; tmoz=tomorrow; tomoz=tomorrow; tomo=tomorrow; 2morrow=tomorrow; otw=on the way; omw=on the way; asap=asap; b4=before; mins=minutes
u=you; ur=your; r=are; y=why; n=and; nd=and; an=an; w=with; wiv=with; wif=with; wit=with; 2=to; 4=4; abt=about; bout=about; cos=because; cuz=because; coz=because; bc=because
plz=please; pls=please; plse=please; ppl=people; sum1=someone; some1=someone; sumone=someone; no1=no one; noone=no one; evry1=everyone; every1=everyone; any1=anyone; smth=something; sumthing=something
bf=boyfriend; gf=girlfriend; bby=baby; babba=baby; bubba=baby; bab=baby; bub=baby; bro=brother; sis=sister; kidz=kids; kid's=kid is; lil=little; bb=baby; bubs=baby; wee=little
yp=young person; yps=young people; cyp=young person; lac=looked after child; toddlr=toddler; chlid=child; chld=child; chid=child; chil=child; sdad=stepdad; fc=foster carer; pt=patient; ch=child
od=overdose; ods=overdosed; oded=overdosed; od'd=overdosed; od'ed=overdosed; oding=overdosing; od'ing=overdosing; sh=self harm; si=suicidal; kms=kill myself; kys=kill yourself
unalive=kill; unaliving=killing; unalived=killed; deleting=killing; ctb=kill myself; skl=school; skool=school; sch=school; scl=school; hosp=hospital; amb=ambulance; ambo=ambulance; poilce=police; 5-0=police; feds=police; rozzers=police
imm=immediate; immed=immediate; immd=immediate; sos=sos; hlp=help; halp=help; omg=; wtf=; lol=; emerg=emergency; emrgncy=emergency; mfh=missing from home
tel=tell; txt=text; txted=texted; msg=message; msgd=messaged; sed=said; wen=when; dat=that; da=dad; dis=this; dem=them; hav=have; av=have; gd=good; jst=just; jus=just; juss=just; evry=every; evryday=every day; alot=a lot; bk=back; hse=house; hm=home; hme=home
hittin=hitting; beatin=beating; kickin=kicking; killin=killing; punchin=punching; screamin=screaming; cryin=crying; bleedin=bleeding; breathin=breathing; chokin=choking; stabbin=stabbing; driv=drive; drivin=driving; drinkin=drinking; smashin=smashing; hurtin=hurting; shakin=shaking; threatnin=threatening; goin2=going to
nife=knife; knif=knife; kinfe=knife; knfie=knife; nives=knives; shank=knife; shiv=knife; shanked=stabbed; shived=stabbed; shivved=stabbed; bloo=blue; chefed=stabbed; wetted=stabbed; strapped=gun; tool=tool; blicky=gun; rambo=knife; zombie=zombie; blades=blade
fnd=find; gunn=gun; rd=road; st=street; awy=away; abt2=about; stoped=stopped; stopd=stopped; acis=acid; hisself=himself; wrk=work; twds=towards; threats=threats; 2=to; stuk=stuck; fone=phone; bld=blood; choc=choke; smak=smack; straggling=strangling; straggled=strangled; chocking=choking; tryed=tried; pritty=pretty; stbabed=stabbed; groomd=groomed; trax=tracks; strngled=strangled; kil=kill; kll=kill; kiled=killed; killd=killed; dye=die; dieing=dying; dyin=dying; ded=dead; sewerslide=suicide; raped=raped; rapped=raped; graped=raped; dv=domestic violence; da's=domestic abuse; csa=sexual abuse
pist=pissed; pi**ed=pissed; p*ssed=pissed; p**sed=pissed; r**ed=raped; r*pe=rape; pised=pissed; drnk=drunk; druk=drunk; gaz=gas; fyre=fire; fier=fire; polise=police; polis=police; pleas=please; scard=scared; scarred=scared; scraed=scared; terified=terrified; skared=scared; wondering=wandering
mising=missing; missin=missing; lef=left; lft=left; alon=alone; hiting=hitting; beting=beating; hert=hurt; hrt=hurt; bleach=bleach; bleech=bleach; dnager=danger; dager=danger; danga=danger; saef=safe; sayf=safe
m8=mate; snap=snapchat; insta=instagram; fb=facebook; wa=whatsapp; ot=ot; lo=little one; los=little ones; mis=missing; misper=missing person; mispers=missing person; nan's=nan is
ex's=ex is; prem=baby; bumped=bumped; wks=weeks; wk=week; mths=months; mth=month; mnths=months; yrs=years; yr=year; hrs=hours; hr=hour; wkend=weekend; fri=friday; mon=monday; tues=tuesday; weds=wednesday; thurs=thursday; evening=evening
"""

SHORT_FORMS: dict[str, tuple[str, ...]] = {
    short.strip(): tuple(words.split())
    for line in _PLAIN.splitlines()
    for short, _, words in (entry.partition("=") for entry in line.split(";") if entry.strip())
}

EMOJI = {
    "🔪": "knife",
    "🗡": "knife",
    "🔫": "gun",
    "🪓": "axe",
    "🔨": "hammer",
    "💣": "bomb",
    "🩸": "blood",
    "🔥": "fire",
    "🆘": "sos",
    "💊": "pills",
    "👊": "punching",
    "🤛": "punching",
    "🤜": "punching",
    "🚨": "emergency",
}
