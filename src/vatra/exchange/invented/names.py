"""Names people in Kosovo bear, the more common first. Who bears them here is nobody."""

from collections.abc import Iterator
from typing import NamedTuple

from vatra.exchange.invented.chance import Shares, falling
from vatra.people.words import Language, Sex


class Names(NamedTuple):
    """The names of families that speak one language at home."""

    girls: Shares[str]
    boys: Shares[str]
    families: Shares[str]

    def given(self, sex: Sex) -> Shares[str]:
        """Names for a girl or a boy."""
        return self.girls if sex == Sex.FEMALE else self.boys


def _names(girls: str, boys: str, families: str) -> Names:
    return Names(falling(girls.split()), falling(boys.split()), falling(families.split()))


NAMES = {
    Language.ALBANIAN: _names(
        "Arta Erona Blerta Elira Drita Vlora Fjolla Rina Era Sara Albulena Besa Dafina Edona Fatime Flutura Genta Hana"
        " Jeta Kaltrina Lirie Majlinda Nora Olta Qëndresa Rita Shpresa Teuta Valbona Vjosa Yllka Zana Ajla Anisa Bleona"
        " Diellza Donjeta Elsa Erza Gresa Melisa Mimoza Njomza Rea Rona Sibora Tringa Valentina Vesa Xheneta Zamira"
        " Dea Amra Loresa Ariana Shqipe Lule Afërdita Hatixhe Nafije Sevdije",
        "Arben Besnik Dion Leart Rron Ardit Leka Mirlind Erion Dren Luan Agim Bekim Burim Driton Endrit Fatmir Florian"
        " Gent Granit Ilir Jon Kushtrim Labinot Liridon Mentor Naim Orges Përparim Qendrim Rinor Shkëlzen Taulant Valon"
        " Visar Yll Zef Alban Albin Altin Artan Avni Blend Bujar Diar Edon Ermal Fisnik Gzim Hekuran Ismet Kreshnik"
        " Lum Malsor Nderim Rilind Shpend Skënder Uran Veton Xhevdet Isuf",
        "Krasniqi Gashi Berisha Hoxha Shala Morina Kelmendi Bytyqi Hoti Thaçi Rexhepi Hajdari Ahmeti Zeqiri Sopjani"
        " Mustafa Kastrati Osmani Rama Sadiku Syla Ibrahimi Avdiu Aliu Beqiri Bajrami Bislimi Çela Dervishi Elezi Fazliu"
        " Gjoka Halili Haliti Hasani Haxhiu Islami Ismajli Jashari Kadriu Kryeziu Latifi Limani Maliqi Mehmeti Muja Musliu"
        " Nuhiu Pacolli Qerimi Ramadani Rrahmani Salihu Selimi Shabani Shehu Spahiu Tahiri Ukaj Veliu Xhemajli Ymeri"
        " Zogaj Zymberi Hyseni Gjonbalaj Mulaj Nikqi Dreshaj Përvetica",
    ),
    Language.SERBIAN: _names(
        "Milica Jovana Ana Marija Jelena Teodora Sofija Dragana Anđela Katarina Nevena Tijana Sara Dunja Ivana Snežana"
        " Radmila Vesna Ljiljana Slavica Bojana Kristina Nataša Mirjana Đurđa Žaklina",
        "Nikola Stefan Luka Marko Lazar Miloš Vuk Aleksandar Filip Đorđe Jovan Uroš Petar Nemanja Dušan Vladimir Goran"
        " Dragan Zoran Milan Slobodan Bogdan Živojin Ognjen Strahinja Časlav",
        "Jovanović Petrović Nikolić Stojanović Ilić Marković Đorđević Milić Popović Pavlović Simić Savić Dimić Stanković"
        " Trajković Živković Vasić Todorović Spasić Arsić Filipović Radosavljević Ristić Janićijević Čukarić Šmigić",
    ),
    Language.BOSNIAN: _names(
        "Amina Emina Selma Lejla Merjem Ajla Hana Amra Elma Fatima Naida Medina Azra Jasmina Sabina Zejneba",
        "Emir Tarik Adnan Haris Amar Edin Enes Mirza Kenan Samir Faruk Jasmin Ćamil Nedžad Hamza Džemal",
        "Kurtagić Redžepi Hadžić Bajrović Ćosović Jusufi Skenderović Dacić Ademović Rahmani Šabanović Mušović Hot"
        " Kojić Balje Čengić",
    ),
    Language.TURKISH: _names(
        "Ayşe Elif Zeynep Gülsen Emine Sevil Esra Meliha Nurhan Büşra Yasemin Şerife Ayla Hatice",
        "Emre Orhan Mehmet Ahmet Enis Erol Cengiz Levent Yusuf İbrahim Tayfun Özcan Şaban Kerim",
        "Mazrek Hoca Kuş Bütüç Morina Taç Şala Kırveş Safçi Çesko Topoyan Gaş Damka Volkan",
    ),
    Language.ROMANI: _names(
        "Sabrina Elvira Sevdija Zumra Sanija Džemila Fatima Marina Suzana Nurija Anita Mirsada Bahtije Esma",
        "Elvis Enver Ramadan Bajram Sali Muhamet Ljuan Senad Kujtim Orhan Fadil Sadri Demir Šefket",
        "Berisha Mustafa Gashi Krasniqi Osmani Beriša Šabani Toska Skenderi Mustafov Ćerimi Pajaziti Hajrizi Demiri",
    ),
}


def every_name() -> Iterator[str]:
    """All names once or more, so that their words can be kept for finding."""
    for names in NAMES.values():
        for shares in names:
            yield from shares.outcomes
