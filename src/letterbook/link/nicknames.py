"""Given names as people use them: which are common, and which short forms stand for which."""

from __future__ import annotations

_NICKNAMES = """
abe abraham abram
al albert alfred alan allen alexander
alec alexander
alex alexander alexis
andy andrew
art arthur
bart bartholomew
ben benjamin
bernie bernard
bert albert herbert robert
bill william
billy william
bob robert
bobby robert
charlie charles
charley charles
chet chester
chuck charles
cy cyrus
dan daniel
dave david
dick richard
don donald
doug douglas
ed edward edwin edmund edgar
ernie ernest
frank francis franklin
fred frederick alfred
freddy frederick
gene eugene
geoff geoffrey
gerry gerald gerard
greg gregory
hal harold henry
hank henry
harry henry harold
herb herbert
ike dwight
jack john
jake jacob
jeff jefferson jeffrey
jerry gerald jerome gerard jeremiah
jim james
jimmy james
joe joseph
johnny john
jock john
ken kenneth
kit christopher
larry lawrence laurence
len leonard
lew lewis
llewelyn llewellyn
lou louis
mac mcgeorge
marty martin
matt matthew
max maxwell maximilian
mel melvin
mike michael
mo morris
mohammed muhammad mohammad mohamed muhammed mohamad
mohammad muhammad mohamed muhammed
nat nathaniel
ned edward
nick nicholas
norm norman
pat patrick
pete peter
phil philip phillip
ray raymond
rob robert
rod roderick
ron ronald
sandy alexander
sam samuel
sid sidney
stan stanley
steve stephen steven
stu stuart
sy seymour
ted theodore edward
teddy edward theodore
tim timothy
tom thomas
tommy thomas
tony anthony
vic victor
walt walter
will william
willy william
"""
NICKNAMES: dict[str, frozenset[str]] = {
    words[0]: frozenset(words[1:]) for words in map(str.split, _NICKNAMES.strip().split("\n"))
}
"""Short names and the given names they commonly stand for."""

_GIVEN = """
aaron adam adlai adolf adolph adrian ahmad ahmed alan albert alberto alec alejandro aleksandr
aleksei alexander alexandre alexei alexis alfred ali allan allen alphonse amos anatoly andre andrei
andrew angela ann anna anne anthony antoine anton antonio archibald arnold arthur august barbara
benjamin bernard bertrand boris bruce bruno carl carlos caroline catherine cecil charles chester
christian christopher clarence claude clement clifford clyde constantine cornelius curt cyril cyrus
daniel david denis dennis dmitri dominique donald douglas duncan dwight earl edgar edmund edward
edwin eleanor elizabeth emil emile enrique eric ernest ernst eugene ezra felix ferdinand fernando
fidel francis francisco francois frank franklin franz frederick friedrich gabriel geoffrey georg
george georges gerald gerard gilbert giovanni giulio giuseppe glenn gordon graham gregory guido
guillermo gunther gustav hans harold harry harvey hassan heinrich helen helmut henri henry herbert
herman hermann homer horace howard hubert hugh hugo ibrahim igor ihsan isaac ivan jack jacob
jacqueline jacques james jan jane jean jerome jesse jesus joan johann john jorge jose josef joseph
joshua juan jules julian julius karl kenneth klaus konrad konstantin kurt lawrence leland leo leon
leonard leonid leopold leroy leslie lester lewis lloyd louis louise lucius ludwig luigi luis luther
lyle lyndon malcolm manlio manuel marcel margaret maria mario mark martha martin marvin mary
matthew maurice max maxim maxwell melvin michael michel miguel mikhail mohamed mohammad mohammed
morris mortimer muhammad nancy nathan nelson nicholas nikita nikolai noel norman oliver omar oscar
otto owen patricia patrick paul pedro percy peter philip philippe pierre rafael ralph raymond rene
reginald ricardo richard robert roberto rodney roger roland rolf ronald roy rudolf rudolph rupert
ruth samuel sarah scott semyon serge sergei sergio seymour sidney siegfried sigmund simon solomon
stanley stephen steven stuart susan sydney theodore thomas timothy ulrich valentin valerian
vasili vasily victor viktor vincent virginia vittorio vladimir walter warren wayne wilfred
wilhelm willard william winston wolfgang woodrow yuri
"""
GIVEN = frozenset(_GIVEN.split()) | frozenset(NICKNAMES)
"""Common given names: "Ruth Averill" is not the Averill called Clement, "When Averill" may be."""
