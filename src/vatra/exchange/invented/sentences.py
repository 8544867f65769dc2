"""What invented people say and write: short, in the language of the file."""

from typing import NamedTuple

from vatra.decisions.words import Factor, Leaning
from vatra.people.words import Language


class Sentences(NamedTuple):
    """The sentences of one language."""

    worries: tuple[str, ...]
    child: tuple[str, ...]
    observed: tuple[str, ...]
    visits: tuple[str, ...]
    contacts: tuple[str, ...]
    conclusions: tuple[str, ...]
    strengths: tuple[str, ...]
    doubts: tuple[str, ...]
    helps: tuple[str, ...]
    goals: tuple[tuple[str, str, str], ...]
    reasons: tuple[str, ...]
    options: tuple[str, str, str]
    hearing: tuple[str, str, str, str]
    """What was explained, what was taken up, what the child was told, whom the child can turn to."""
    factors: dict[tuple[Leaning, Factor], str]


def _factors(good: str, bad: str, unknown: str, words: str) -> dict[tuple[Leaning, Factor], str]:
    """A sentence for each factor and leaning; `words` names the nine factors in their order."""
    told = zip(Factor, words.split("/"), strict=True)
    patterns = ((Leaning.FOR, good), (Leaning.AGAINST, bad), (Leaning.UNKNOWN, unknown))
    return {(leaning, factor): text.format(word) for factor, word in told for leaning, text in patterns}


_ALBANIAN = Sentences(
    worries=(
        "Fëmija vjen i uritur dhe i lodhur në shkollë.",
        "Nëna është në spital dhe askush tjetër nuk është në shtëpi.",
        "Fqinjët dëgjojnë të bërtitura çdo natë.",
        "Nëna e re ka lindur dhe nuk ka ku të kthehet.",
        "Fëmijët mbetën vetëm pas vdekjes së babait.",
        "Babai është jashtë vendit dhe nuk lajmërohet më.",
        "Shtëpia nuk ka dritare dhe dimri po vjen.",
        "Gjyshja nuk mund të kujdeset më vetëm.",
    ),
    child=(
        "“Dua te gjyshja.”",
        "“Mos na ndani.”",
        "“Kur vjen mami?”",
        "“Këtu fle mirë.”",
        "“Dua të shkoj në të njëjtën shkollë.”",
        "“Më mungon vëllai.”",
        "“Jam mirë. Kam shokë të rinj.”",
        "“Dua të di çfarë do të ndodhë.”",
        "“Qenin e marr me vete.”",
        "“Të dielën dua në shtëpi.”",
    ),
    observed=(
        "Qetësohet kur e merr në krah gjyshja.",
        "Kërkon me sy motrën dhe i qesh.",
        "Fle qetë pas ushqimit; zgjohet nga zërat e lartë.",
    ),
    visits=(
        "Fëmija është mirë, ha dhe fle mirë.",
        "Biseduam për shkollën; detyrat i bën vetë.",
        "Dhoma është e ngrohtë. U dakorduam për vizitën te mjeku.",
        "Kujdestarja kërkoi ndihmë për libra.",
        "Fëmija ishte i heshtur; vijmë përsëri brenda javës.",
        "Luajtën jashtë gjatë gjithë vizitës.",
    ),
    contacts=(
        "Takimi kaloi me të qeshura.",
        "Folën gjatë në telefon.",
        "Nëna erdhi me kohë dhe solli fruta.",
        "Ishte e vështirë të ndaheshin në fund.",
    ),
    conclusions=(
        "Mbetet siç është; shihemi pas tre muajsh.",
        "Takimet me familjen shtohen.",
        "Përgatitet kthimi hap pas hapi.",
        "Familja ka nevojë për ndihmë me banesën.",
    ),
    strengths=("Lidhje e ngrohtë.", "Shkon me qejf në shkollë.", "Ka dikë që e dëgjon."),
    doubts=("Mungon shpesh.", "Fle keq.", "Askush nuk është në shtëpi pasdite."),
    helps=("Vizita të rregullta.", "Ndihmë me banesën.", "Një vend në kopsht."),
    goals=(
        ("Takime çdo javë me familjen", "Katër takime në muaj", "Punonjësja sociale"),
        ("Kontrolli te mjeku", "Letra e mjekes", "Kujdestarja"),
        ("Rregullisht në shkollë", "Jo më shumë se dy mungesa", "Prindi dhe shkolla"),
    ),
    reasons=(
        "Ndihma u provua dhe nuk mjaftoi; kjo është më afër asaj që fëmija kërkoi.",
        "Familja pajtohet, gjuha dhe shkolla mbeten të njëjtat.",
        "Vëllezërit dhe motrat mbeten bashkë dhe dikush është gjithmonë pranë.",
    ),
    hearing=(
        "I shpjeguam pse pyesim, kush vendos dhe se mund të thotë edhe jo.",
        "U mor parasysh me kë ndihet mirë; nuk u plotësua dëshira që gjithçka të mbetet si ishte.",
        "I thamë ku do të jetojë, pse, dhe kur e shikojmë prapë bashkë.",
        "Mund të flasë me punonjësen sociale, me mësuesen ose t'i shkruajë Avokatit të Popullit.",
    ),
    options=("Me familjen, me ndihmë", "Te të afërmit", "Te një familje tjetër"),
    factors=_factors(
        "Flet për këtë zgjidhje: {}.",
        "Flet kundër kësaj zgjidhjeje: {}.",
        "Nuk dihet ende mjaft: {}.",
        "mendimi i fëmijës/gjuha dhe zakonet/lidhja me familjen/vëllezërit dhe motrat/kujdesi dhe siguria/mosha dhe nevojat"
        "/shëndeti/shkolla/afërsia me vendin e vet",
    ),
)
_SERBIAN = Sentences(
    worries=(
        "Dete dolazi gladno i umorno u školu.",
        "Majka je u bolnici i nikoga nema kod kuće.",
        "Komšije svake noći čuju viku.",
        "Otac je u inostranstvu i ne javlja se.",
    ),
    child=("„Hoću kod bake.“", "„Nemojte da nas razdvojite.“", "„Kad dolazi mama?“", "„Dobro mi je ovde.“"),
    observed=("Smiri se kad ga baka uzme u naručje.", "Pogledom traži sestru i smeje joj se."),
    visits=(
        "Dete je dobro, jede i spava.",
        "Razgovarali smo o školi.",
        "Soba je topla; dogovoren pregled kod lekara.",
    ),
    contacts=("Susret je prošao veselo.", "Dugo su pričali telefonom."),
    conclusions=("Ostaje kako jeste; vidimo se za tri meseca.", "Susreti sa porodicom su češći."),
    strengths=("Topla veza.", "Rado ide u školu."),
    doubts=("Često izostaje.", "Loše spava."),
    helps=("Redovne posete.", "Pomoć oko stana."),
    goals=(
        ("Susreti s porodicom svake nedelje", "Četiri susreta mesečno", "Socijalna radnica"),
        ("Redovno u školi", "Najviše dva izostanka", "Roditelj i škola"),
    ),
    reasons=(
        "Pomoć je pokušana i nije bila dovoljna; ovo je najbliže onome što dete traži.",
        "Porodica se slaže, jezik i škola ostaju isti.",
    ),
    hearing=(
        "Objasnili smo zašto pitamo, ko odlučuje i da može da kaže i ne.",
        "Uvaženo je s kim se dobro oseća; nije ispunjena želja da sve ostane kako je bilo.",
        "Rekli smo gde će živeti, zašto, i kada to ponovo zajedno gledamo.",
        "Može da razgovara sa socijalnom radnicom, s učiteljicom ili da piše Ombudsmanu.",
    ),
    options=("S porodicom, uz pomoć", "Kod rođaka", "U drugoj porodici"),
    factors=_factors(
        "Govori za ovo rešenje: {}.",
        "Govori protiv ovog rešenja: {}.",
        "Još se ne zna dovoljno: {}.",
        "mišljenje deteta/jezik i običaji/veza s porodicom/braća i sestre/briga i bezbednost/uzrast i potrebe/zdravlje/škola"
        "/blizina svog mesta",
    ),
)
_OF_LANGUAGE = {Language.SERBIAN: _SERBIAN, Language.BOSNIAN: _SERBIAN}


def in_language(spoken: Language) -> Sentences:
    """The sentences of files of families that speak this language."""
    return _OF_LANGUAGE.get(spoken, _ALBANIAN)
