"""Words about people: sex, kinship, languages, identifiers, and the municipalities of Kosovo."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    """As registered; unknown until somebody knows."""

    FEMALE = "F", _("Girl or woman")
    MALE = "M", _("Boy or man")
    OTHER = "X", _("Another")
    UNKNOWN = "U", _("Not known")


class Language(models.TextChoices):
    """Languages a person speaks (ISO 639); Albanian and Serbian are official, the others by municipality."""

    ALBANIAN = "sq", _("Albanian")
    SERBIAN = "sr", _("Serbian")
    BOSNIAN = "bs", _("Bosnian")
    TURKISH = "tr", _("Turkish")
    ROMANI = "rom", _("Romani")
    ENGLISH = "en", _("English")
    SIGN = "sgn", _("A sign language")
    OTHER = "mis", _("Another language")


class KinKind(models.TextChoices):
    """What the relative is to the person."""

    MOTHER = "mother", _("Mother")
    FATHER = "father", _("Father")
    PARENT = "parent", _("Parent")
    STEP_PARENT = "step_parent", _("Step-parent")
    SIBLING = "sibling", _("Brother or sister")
    GRANDPARENT = "grandparent", _("Grandparent")
    AUNT_UNCLE = "aunt_uncle", _("Aunt or uncle")
    COUSIN = "cousin", _("Cousin")
    PARTNER = "partner", _("Partner")
    OTHER_KIN = "other_kin", _("Other relative")


PARENTS = (KinKind.MOTHER, KinKind.FATHER, KinKind.PARENT)


class IdentifierKind(models.TextChoices):
    """A number somebody else gave the person."""

    PERSONAL_NUMBER = "personal_number", _("Personal number")
    BIRTH_CERTIFICATE = "birth_certificate", _("Birth certificate number")
    HOSPITAL_NUMBER = "hospital_number", _("Hospital record number")
    PUPIL_NUMBER = "pupil_number", _("Pupil number")
    OTHER_SYSTEM = "other_system", _("Number in another system")


class NameKind(models.TextChoices):
    """Why a person has one more name."""

    ALSO_KNOWN = "also_known", _("Also known as")
    AT_BIRTH = "at_birth", _("Name at birth")
    OTHER_SCRIPT = "other_script", _("In another script")
    FORMER = "former", _("Former name")


class Municipality(models.TextChoices):
    """The 38 municipalities, by own stable codes; shown in Albanian and Serbian (standards §5.6)."""

    DECAN = "decan", "Deçan / Dečani"
    DRAGASH = "dragash", "Dragash / Dragaš"
    FERIZAJ = "ferizaj", "Ferizaj / Uroševac"
    FUSHE_KOSOVE = "fushe_kosove", "Fushë Kosovë / Kosovo Polje"
    GJAKOVE = "gjakove", "Gjakovë / Đakovica"
    GJILAN = "gjilan", "Gjilan / Gnjilane"
    GLLOGOC = "gllogoc", "Gllogoc (Drenas) / Glogovac"
    GRACANICE = "gracanice", "Graçanicë / Gračanica"
    HANI_I_ELEZIT = "hani_i_elezit", "Hani i Elezit / Đeneral Janković"
    ISTOG = "istog", "Istog / Istok"
    JUNIK = "junik", "Junik / Junik"
    KACANIK = "kacanik", "Kaçanik / Kačanik"
    KAMENICE = "kamenice", "Kamenicë / Kosovska Kamenica"
    KLINE = "kline", "Klinë / Klina"
    KLLOKOT = "kllokot", "Kllokot / Klokot"
    LEPOSAVIQ = "leposaviq", "Leposaviq / Leposavić"
    LIPJAN = "lipjan", "Lipjan / Lipljan"
    MALISHEVE = "malisheve", "Malishevë / Mališevo"
    MAMUSHE = "mamushe", "Mamushë / Mamuša"
    MITROVICE = "mitrovice", "Mitrovicë e Jugut / Južna Mitrovica"
    MITROVICE_VERI = "mitrovice_veri", "Mitrovicë e Veriut / Severna Mitrovica"
    NOVOBERDE = "novoberde", "Novobërdë / Novo Brdo"
    OBILIQ = "obiliq", "Obiliq / Obilić"
    PARTESH = "partesh", "Partesh / Parteš"
    PEJE = "peje", "Pejë / Peć"
    PODUJEVE = "podujeve", "Podujevë / Podujevo"
    PRISHTINE = "prishtine", "Prishtinë / Priština"
    PRIZREN = "prizren", "Prizren / Prizren"
    RAHOVEC = "rahovec", "Rahovec / Orahovac"
    RANILLUG = "ranillug", "Ranillug / Ranilug"
    SKENDERAJ = "skenderaj", "Skënderaj / Srbica"
    SUHAREKE = "suhareke", "Suharekë / Suva Reka"
    SHTERPCE = "shterpce", "Shtërpcë / Štrpce"
    SHTIME = "shtime", "Shtime / Štimlje"
    VITI = "viti", "Viti / Vitina"
    VUSHTRRI = "vushtrri", "Vushtrri / Vučitrn"
    ZUBIN_POTOK = "zubin_potok", "Zubin Potok / Zubin Potok"
    ZVECAN = "zvecan", "Zveçan / Zvečan"
    ABROAD = "abroad", _("Outside Kosovo")
