# Басты бет және одан әрі жол.

home-no-records = Алғашқы жазбалар жиналып жатыр. Ресми хабарланған сандар төменде.
home-projects =
    { $count ->
       *[other] жоба
    }
home-projects-helped =
    { $count ->
       *[other] соның { $count } жобасы көмек алды
    }
home-patrons =
    { $count ->
       *[other] меценат
    }
home-patrons-gave =
    { $count ->
       *[other] соның { $count } меценаты көмегін берді
    }
home-regions =
    { $count ->
       *[other] өңір
    }
home-most = Ең көп көмек алған өңірлер
total-none = жазба әзірге жоқ
home-awards = Соңғы марапаттар
all-reported = Ресми хабарланған барлық сан
all-awards = Барлық марапаттар

ways-title = Неден бастау керек
ways-resident-link = Өз өңіріңізді табу
ways-patron = Көмектесіп жүрмін немесе көмектескім келеді
ways-patron-text = Әр меценаттың беті бар: нені қашан бергені және марапаттары. Көмек әңгімеден басталады.
ways-patron-link = Өз бетіңізді табу
ways-journalist = Осы туралы жазамын
ways-journalist-text = Әр сома есептеу ережесімен және жазбалармен бірге берілген, қасында ресми хабарланған сандар тұр.
ways-akimat = Әкімдікте жұмыс істеймін
ways-akimat-text = { -scope.is ->
    [country] Барлық өңірдің жобалары бірізді берілген. Жетіспейтіні немесе қатесі болса, хабарлаңыз.
   *[region] Барлық жоба бірізді берілген. Жетіспейтіні немесе қатесі болса, хабарлаңыз.
}

year-unfinished = Жыл аяқталмаған болуы мүмкін, сондықтан алдыңғы жылмен салыстырылмайды.
year-change = { $year } жылмен салыстырғанда
year-change-kind =
    { $kind ->
        [more] { $amount } артық
        [less] { $amount } кем
       *[same] бірдей сома
    }
