"""What each factor usually says for each way a child may live; a story says what is special about its child."""

from vatra.decisions.words import Factor, Leaning
from vatra.homes.words import FormOfCare

Said = tuple[Leaning, str]

_FOR, _AGAINST, _UNKNOWN = Leaning.FOR, Leaning.AGAINST, Leaning.UNKNOWN

_FAMILY: dict[Factor, Said] = {
    Factor.CHILD_VIEW: (_FOR, "Fëmija e do familjen e vet dhe e thotë këtë."),
    Factor.IDENTITY: (_FOR, "Gjuha, besimi dhe zakonet mbeten ato që fëmija i njeh."),
    Factor.FAMILY: (_FOR, "Lidhja me prindërit nuk ndërpritet."),
    Factor.SIBLINGS: (_FOR, "Vëllezërit dhe motrat mbeten bashkë."),
    Factor.CARE_SAFETY: (_AGAINST, "Kujdesi i përditshëm nuk mjafton ende, edhe me ndihmën e dhënë."),
    Factor.VULNERABILITY: (_AGAINST, "Për moshën e vet fëmija ka nevojë për dikë çdo orë."),
    Factor.HEALTH: (_UNKNOWN, "Kontrollet te mjeku nuk janë bërë rregullisht; nuk dihet mjaft."),
    Factor.EDUCATION: (_AGAINST, "Fëmija ka munguar shumë."),
    Factor.CONTINUITY: (_FOR, "E njëjta lagje, të njëjtët shokë."),
}
_KIN: dict[Factor, Said] = {
    Factor.CHILD_VIEW: (_FOR, "Fëmija i njeh dhe fle mirë te ata."),
    Factor.IDENTITY: (_FOR, "Flasin të njëjtën gjuhë dhe festojnë të njëjtat festa."),
    Factor.FAMILY: (_FOR, "Prindi mund të vijë për vizitë kur të dojë fëmija."),
    Factor.SIBLINGS: (_FOR, "Ka vend për të gjithë fëmijët bashkë."),
    Factor.CARE_SAFETY: (_FOR, "Janë vizituar dy herë; shtëpia është e ngrohtë dhe e sigurt."),
    Factor.VULNERABILITY: (_AGAINST, "Të rriturit punojnë; pasdite u duhet ndihmë."),
    Factor.HEALTH: (_FOR, "Qendra e mjekësisë familjare është afër."),
    Factor.EDUCATION: (_FOR, "Shkolla mbetet e njëjta."),
    Factor.CONTINUITY: (_FOR, "Fëmija e njeh shtëpinë; vetëm pak minuta larg."),
}
_FOSTER: dict[Factor, Said] = {
    Factor.CHILD_VIEW: (_UNKNOWN, "Fëmija nuk i njeh ende; do të takohen më parë."),
    Factor.IDENTITY: (_UNKNOWN, "Familja flet gjuhën e fëmijës, por zakonet janë të tjera."),
    Factor.FAMILY: (_AGAINST, "Takimet me familjen do të duhej të organizoheshin."),
    Factor.SIBLINGS: (_AGAINST, "Nuk ka vend për të gjithë."),
    Factor.CARE_SAFETY: (_FOR, "Familja është e përgatitur dhe e vlerësuar."),
    Factor.VULNERABILITY: (_FOR, "Ka përvojë me fëmijë të vegjël."),
    Factor.HEALTH: (_FOR, "Mund ta çojë fëmijën te mjeku çdo javë."),
    Factor.EDUCATION: (_FOR, "Kopshti dhe shkolla janë në të njëjtën rrugë."),
    Factor.CONTINUITY: (_AGAINST, "Lagje e re dhe njerëz të rinj."),
}
_SOS: dict[Factor, Said] = _FOSTER | {
    Factor.SIBLINGS: (_FOR, "Vëllezërit dhe motrat jetojnë nën një kulm."),
    Factor.CONTINUITY: (_FOR, "Mund të rrinë aty derisa të rriten."),
}
_ALONE: dict[Factor, Said] = {
    Factor.CHILD_VIEW: (_FOR, "Vajza dëshiron të provojë të jetojë vetë, me ndihmë."),
    Factor.IDENTITY: (_FOR, "Vendos vetë për ditën e vet."),
    Factor.FAMILY: (_UNKNOWN, "Familja nuk është pyetur ende."),
    Factor.SIBLINGS: (_UNKNOWN, "Nuk ka vëllezër e motra në përkujdesje."),
    Factor.CARE_SAFETY: (_UNKNOWN, "Duhet provuar më parë nga pak ditë."),
    Factor.VULNERABILITY: (_AGAINST, "Është ende e mitur."),
    Factor.HEALTH: (_FOR, "Është e shëndetshme."),
    Factor.EDUCATION: (_FOR, "Banesa është afër shkollës."),
    Factor.CONTINUITY: (_AGAINST, "Do të ndahej nga familja ku rri prej vitesh."),
}
_USUAL = {
    FormOfCare.BIRTH_FAMILY: _FAMILY,
    FormOfCare.KINSHIP: _KIN,
    FormOfCare.SOS_FAMILY: _SOS,
    FormOfCare.SUPERVISED_INDEPENDENT: _ALONE,
}


def usually_said(form: FormOfCare) -> dict[Factor, Said]:
    """Leaning and sentence per factor for a form of care."""
    return _USUAL.get(form, _FOSTER)
