"""The words of offices: what tells "the Minister of External Relations" from "Ruth Averill"."""

from __future__ import annotations

# Words that belong to an office or a body, never to a person's name.
_OFFICE = """
acting action adjutant administration administrator admiral adviser advisers advisor affaires
affairs africa agency agriculture aide air amconsul amembassy ambassadeur ambassador ambassadors
archbishop archduke army asia assembly assistant associate atlantic attache attaché attorney
authority bank bishop board body botschafter branch brigadier bureau cabinet caliph captain
cardinal central certain chairman chairmen chamber chancelier chancellor charge chargé chief chiefs
clerk coadjutor colonel command commandant commander commerce commissar commission commissioner
commissioners committee commodore communities community conference congress congressman consul
consulate consulates consuls controller coordination coordinator corps council counsel counsellor
counselor count court crown czar deacon dean defence defense delegate delegates delegation
department deputy desk despatch development diplomatic director directorate disarmament division
doge dowager duchess duke earl economic elect elector embajador embassies embassy emir emperor
empress energy envoy europe exchequer executive extraordinary federation field finance first force
forces foreign founder fund general gesandter government governor group head headquarters health
her high his honorable house imam information inspector institute intelligence interior
international joint judge justice kaiser kanzler khan king labor labour large leader legation
legations librarian lieutenant logistics lord lordship madam majesty major manager marquess marquis
marshal master mayor meeting member members minister ministerial ministers ministre ministro
ministry mission missions monsignor national naval navy nuncio office officer officials operations
organization organizations pacific parliament party permanent personnel planning plans
plenipotentiary policy political pope post posts prefect premier presidency president president's
presidente presidents presiding press prime prince princess principal privy proconsul professor
program programs provost président quartermaster queen rear regent region registrar reichskanzler
relations representative representatives republic research resident reverend royal ruler second
secretariat secretaries secstate secretary secrétaire section security senate senator senators
sergeant service session shah sheikh sheriff sir solicitor speaker special staff state states
station studies sublime sultan summit superintendent superior supreme surgeon team temporary third
trade treasurer treasury treaty tribunal tsar under undersecretary union unit usmission veterans
vice viceroy viscount warden
"""
OFFICE = frozenset(_OFFICE.split())
"""Words that belong to an office or a body, never to a person's name."""

# Of these, what cannot begin a party after "and": "Near Eastern and Asian | Affairs".
_INNER = """
affairs agriculture body commerce communities community conference corps defence defense desk
diplomatic economic elect energy extraordinary finance forces foreign health house intelligence
interior international joint labor labour large national organization organizations planning
plenipotentiary policy political relations research security service staff states station team
trade treaty union unit
"""
_OUTER = """
all american british comte dr french german herr joint m miss mme monsieur mr mrs señor signor
soviet u.k u.s
"""
STARTS = (OFFICE - frozenset(_INNER.split())) | frozenset(_OUTER.split())
"""Words with which a new party may begin after "and", "," or "to"."""

_TITLES = """
acting adm admiral ambassador ambassadors archbishop baron bishop brig brigadier captain cardinal
chairman chancellor col colonel commander comte congressman count crown dr emperor field foreign
gen general generalissimo generals governor governors herr hon justice king lady lieutenant lord
lt m maj major marshal messrs minister ministers miss mm mme monsieur mr mrs ms pope premier
president presidents prime prince princess prof professor queen rear rev secretaries secretary
senator senators señor shah sheikh signor sir sultan vice
"""
TITLES = frozenset(_TITLES.split())
"""Titles that stand before a name."""

COURTESY = frozenset("dr herr m miss mme mr mrs ms señor signor sir".split())
"""Titles that stay with the name: "Mr. Vale" holds no office by that."""
RANKS = frozenset("adm brig capt cdr cmdr col gen lt ltg maj radm sgt vadm".split())
CROWNS = frozenset("emperor empress king pope queen shah sultan".split())

_PARTICLES = """
abu ad af al av ben bin d' da das de deb. del della den den't der des di dos du e el ibn la le o'
ould st ter van von y zu zur
"""
PARTICLES = frozenset(_PARTICLES.split())
"""The small words inside names: "van der Hoek", "ibn Saud"."""

NAMES_TOO = frozenset("Bishop Dean Duke Earl King Major Marshal Pope Prince".split())
"""Offices that are surnames as well."""

_HEAD_NOUNS = """
administration adviser agency ambassador assistant board bureau chairman charge chargé chief
command commander commission committee consulate council counselor delegation department director
embassy general government legation minister ministry mission office president representative
secretary staff
"""
HEAD_NOUNS = frozenset(_HEAD_NOUNS.split())
"""What an office or a body is in the first place: an embassy, a director, a council."""

_BODIES = """
agency amconsul amembassy board bureau chiefs commission committee consulate council delegation
department embassies embassy legation ministry mission missions office secstate staff usmission
"""
BODIES = frozenset(_BODIES.split())
"""Bodies: nobody alone is an embassy."""

_BORNE = """
administrator adviser advisor assistant attorney chargé chief commissar commissioner consul
counsellor counselor delegate director envoy large leader president's representative solicitor
treasurer
"""
BORNE = TITLES | frozenset(_BORNE.split())
"""Offices that one person bears and that may stand straight before his name."""

_OBJECTS = """
affairs agriculture army budget commerce council defence defense education energy exchequer force
forces general intelligence interior labor labour large navy presidency republic rolls seal
security staff state trade transportation treasury union war welfare
"""
OBJECTS = frozenset(_OBJECTS.split())
"""What one person's office is of: "Secretary of State", "Lord of the Privy Seal"."""

ADJECTIVAL = frozenset(
    "affairs asian organization organizations policy posts regional studies".split()
)
"""Nouns that the word before them qualifies: "Asian Affairs" is no person called Asian."""
