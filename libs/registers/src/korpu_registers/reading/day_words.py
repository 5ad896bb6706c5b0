"""Words that days are written with: months, parts of them, and what stands between, in the languages of partners."""

from korpu_chassis.i18n.text import fold

_MONTHS = """
1 yanvar january jan янв январь января januar jänner janvier enero gennaio ocak
2 fevral february feb фев февраль февраля februar février febrero febbraio şubat
3 mart march mar мар март марта marz märz mars marzo
4 aprel april apr апр апрель апреля avril abril aprile nisan
5 may май мая mai mayo maggio mayıs
6 iyun june jun июн июнь июня juni juin junio giugno haziran
7 iyul july jul июл июль июля juli juillet julio luglio temmuz
8 avqust august aug авг август августа aout août agosto ağustos
9 sentyabr september sep sept сен сентябрь сентября septembre septiembre setiembre settembre eylül
10 oktyabr october oct окт октябрь октября oktober octobre octubre ottobre ekim
11 noyabr november nov ноя ноябрь ноября novembre noviembre kasım
12 dekabr december dec дек декабрь декабря dezember decembre décembre diciembre dicembre aralık
"""
MONTHS = {
    fold(word): int(number)
    for line in _MONTHS.strip().split("\n")
    for number, *words in [line.split()]
    for word in words
}

_THIRDS = """
early beginning start əvvəli əvvəlləri əvvəlində начало начале anfang début inicio inicios principios inizio başı
mid middle ortası ortaları ortasında середина середине mitte mi mediados metà ortası
late end sonu sonları sonunda конец конце ende fin fines finales fine
"""
THIRDS = {fold(word): third for third, line in enumerate(_THIRDS.strip().split("\n")) for word in line.split()}
"""The beginning, the middle and the end of something."""

_BETWEEN = "of the de del du la le les den der des di в ilin ayının ci cı cu cü г"
FILLERS = frozenset(map(fold, _BETWEEN.split(" ")))
"""Words between the parts of a day that say nothing."""
