# Сандар: сомалар, кестелер, ресми хабарланған сандар.

amount-not-stated = сомасы көрсетілмеген
nothing-delivered = Берілгені туралы жазба әзірге жоқ
no-records = Жазба жоқ

total-delivered = Нақты берілгені
total-pledged = Уәде етілгені
total-unkept = Орындалмағаны
total-contributions = Көмек саны
total-projects = Көмек алған жоба
listed-projects = Жобалар
total-patrons = Меценаттар
total-whole = Барлығы
pledged-hint = Уәде етілген қаражат нақты берілген сомаға қосылмайды.

axis-year = Жыл
axis-region = Өңір
axis-direction = Бағыт
axis-object = Көмек түрі
axis-district = Аудан немесе қала
axis-patron = Меценат
axis-from = Меценаттың өңірі
axis-name =
    { $axis ->
        [year] { axis-year }
        [direction] { axis-direction }
        [object] { axis-object }
        [district] { axis-district }
        [patron] { axis-patron }
        [from] { axis-from }
       *[region] { axis-region }
    }

total-by-year = Жылдар бойынша
total-by-region = Өңірлер бойынша
total-by-direction = Бағыттар бойынша
total-by-object = Көмек түрлері бойынша
total-by-district = Аудандар мен қалалар бойынша
total-by-patron = Меценаттар бойынша
total-by-from = Меценаттардың өңірлері бойынша
breakdown-title =
    { $axis ->
        [year] { total-by-year }
        [direction] { total-by-direction }
        [object] { total-by-object }
        [district] { total-by-district }
        [patron] { total-by-patron }
        [from] { total-by-from }
       *[region] { total-by-region }
    }
breakdown-caption = { $title }: сомалар мен сандар

row-not-stated = Көрсетілмеген
row-joint = Бірлескен көмек
row-anonymous = Аты жарияланбайды
row-named = Аты жарияланған меценаттар
row-name =
    { $kind ->
        [joint] { row-joint }
        [anonymous] { row-anonymous }
        [named] { row-named }
       *[not-stated] { row-not-stated }
    }

row-others-former = оның ішінде бұрынғысы: { $count }
row-others =
    { $axis ->
        [patron] Тағы { $count } меценат
        [year] Тағы { $count } жыл
        [direction] Тағы { $count } бағыт
        [object] Тағы { $count } түр
       *[region] Тағы { $count } өңір
    }
years-without = Бұл жылдар бойынша жазба жоқ:
all-of-it = Барлық көмек:

count-contributions = { $count } рет көмек
count-without-amount = { $count } көмектің сомасы көрсетілмеген
count-projects = { $count } жоба
count-helped-projects = көмек алған { $count } жоба
count-patrons = { $count } меценат
count-objects = { $count } нысан
count-laureates = { $count } лауреат
count-people = { $count } адам
count-listed = Тізімде { $count } меценат бар
count-anonymous = { $count } меценаттың аты жарияланбайды

# What the portal is of. Of a portal of one region the program puts these itself: `scope` in site.toml.
-scope = Қазақстан
    .is = country
-scope-in = Қазақстанда
whole-country = { -scope.is ->
    [country] Бүкіл Қазақстан
   *[region] { -scope }
}

reported-title = Ресми хабарланғаны және порталда жазылғаны
reported-intro = Ресми хабарланған сан мен портал жазбаларының қосындысы қатар тұрады, бірін-бірі алмастырмайды.
reported-no-share = Үлгі жазбалар көрсетіліп тұрғанда бұл санның қанша бөлігі жазбаларда ескерілгені есептелмейді.
figure-measure =
    { $measure ->
        [objects] Нысандар
        [pledges] Уәде етілген көмек
       *[support] Меценаттар көмегі
    }
figure-no-period = кезеңі көрсетілмеген
figure-reported = Ресми хабарланғаны
figure-recorded =
    { $measure ->
        [objects] Жазбалар бойынша нысандарға нақты берілгені
        [pledges] Жазбалар бойынша уәде етілгені
       *[support] Жазбалар бойынша нақты берілгені
    }
figure-precision =
    { $precision ->
        [exact]
            { $of ->
                [amount] дәл сома
               *[number] дәл сан
            }
       *[rounded] дөңгелектелген
    }
figure-share = Портал жазбаларында ескерілген үлесі:
figure-part-of = Мына соманың бір бөлігі:
figure-part = Хабарланған басқа санның бір бөлігі.
figure-part-hint = Екеуі қосылмайды: бірі екіншісіне кіреді.
figure-contradiction = Назар аударыңыз:
figure-contradiction-kind =
    { $kind ->
        [amounts] бөліністегі сомалар жалпы сомаға сәйкес келмейді, олардың қосындысы:
        [projects] бөліністегі сандар жалпы санға сәйкес келмейді, олардың қосындысы:
       *[larger-than-whole] бөлігі жалпы санынан үлкен.
    }
figure-breakdown = Хабарланған санның бөлінісі
figure-breakdown-of = Бөлігі
figure-breakdown-amount = Сома
figure-breakdown-number = Саны
figure-counted = Не саналған:
figure-source = Дереккөз:

drawing-table = Кесте
map-per-resident = Бір тұрғынға шаққанда
residents-not-stated = тұрғындар саны көрсетілмеген
total-residents = Тұрғындар саны

# Суреттер: карта, диаграммалар және олардың жолдары.
map-figure = Картада көрсету
map-skip = Картаны аттап өту
map-not-on-it = Картада жоқ: бұрынғы өңірлер
region-place = Қазақстан картасындағы орны
region-share-others = Барлық өңірдің үлесі
table-csv = Кестені CSV форматында жүктеп алу
table-rows = Сома неден құралған
# Lists of contributions, row by row.
list-heading = Көмек тізімі
list-title =
    { $status ->
        [pledged] Уәде етілген көмек
       *[delivered] Нақты берілген көмек
    }
list-part = Осы беттегі жолдар бойынша
list-all = Тізімді толық көрсету ({ $count })
list-newest = Соңғы жазбалар
list-whole =
    { $axis ->
        [year] Осы жылдың жалпы қорытындысы:
       *[direction] Осы бағыттың жалпы қорытындысы:
    }
all-contributions = Барлық көмек
contributions-of = { $of }: көмек тізімі
contributions-of-both = { $of }, «{ $with }»: көмек тізімі
contributions-of-year = { $of }, { $year } жыл: көмек тізімі
contributions-from = { $of }: өңір меценаттарының көмегі
joint-contributions = Бірлескен көмек
joint-contributions-of = { $of }: бірлескен көмек
anonymous-contributions = Аты жарияланбайтын меценаттардың көмегі
counts-hint = «+» белгісінен кейін — әзірге тек уәде етілгендер.
only-pledged =
    { $kind ->
        [patrons] әзірге тек уәде бергені: { $count }
       *[projects] әзірге тек уәде етілгені: { $count }
    }
card-year =
    { $status ->
        [pledged] { $year } жылға уәде етілгені
       *[delivered] { $year } жылы нақты берілгені
    }
card-patron =
    { $status ->
        [pledged] Осы меценаттың уәде еткені
       *[delivered] Осы меценаттың нақты бергені
    }
card-whole = барлығы
# Of a project none of which is in the page's sum.
card-all =
    { $status ->
        [pledged] Барлығы уәде етілгені
       *[delivered] Барлығы нақты берілгені
    }
how-link = Бұл қалай есептеледі?
# Headings of the page how-figures-are-computed, as they stand in its addresses after “#”.
rule-delivered = berilgen-zhane-uade-etilgen
rule-dates = kun
rule-regions = onir-zhane-shekara
rule-directions = bagyt-pen-komek-turi
rule-joint = birlesken-komek
rule-reported = resmi-habarlangany-zhane-zhazylgany

millions = млн ₸
totals-parts = Барлық сома бөлім-бөлім
totals-all-years = Барлық жыл
totals-all-regions = Барлық өңір мен карта
totals-all-from = Меценаттардың барлық өңірі
totals-all-directions = Барлық бағыт
totals-all-objects = Көмектің барлық түрі
totals-all-patrons = Ең көп берген меценаттар
year-region-text = Әр жылы әр өңірге қанша берілгені бір кестеде; оны жүктеп алуға болады.
year-direction-text = Әр жылы әр бағытқа қанша берілгені бір кестеде; оны жүктеп алуға болады.
patrons-by-amount = Барлық меценат сомасы бойынша

reported-caption = Жарияланған деректер мен жазбалар қатар
reported-period = Кезең
reported-what = Не жарияланды
reported-recorded = Жазбалар бойынша
reported-share = Жазбалардағы үлесі
reported-source = Дереккөз
reported-part = үлкен санның бөлігі
reported-each = Әр дерек толығымен
reported-each-hint = Нақты не есептелгені, бөлінісі және ескертпелер. Қажетті жолды ашыңыз.

regions-rank = Сомасы бойынша орны
region-compare = Басқа өңірмен салыстыру
region-change = { $before }–{ $year } жылдардағы өзгеріс

compare-title = Екі өңірді салыстыру
compare-intro = Әр өңірге қанша берілгені: барлығы, бір тұрғынға шаққанда, бағыттар және жылдар бойынша. Бұрынғы өңірлер сол кездегі шекара бойынша алынған.
compare-two = Екі өңір қатар
compare-region =
    { $side ->
        [a] Қай өңірді
       *[b] Қай өңірмен
    }
compare-choose = Өңірді таңдаңыз
compare-done = Салыстыру кестесі жаңарды.
compare-all = Барлық өңір
compare-by =
    { $axis ->
        [direction] Бағыттар бойынша берілгені
       *[year] Жылдар бойынша берілгені
    }

completeness-title = Жазбалардың толықтығы
completeness-intro = { -scope.is ->
    [country] Берілген көмек туралы жазбалардың қаншасында дәл күні, сомасы және дереккөзі бар. Бұл — өңірлерге қойылған баға емес: жазбалар біртіндеп жиналады, ал олқылық мәліметтің әлі келмегенін ғана білдіреді.
   *[region] Берілген көмек туралы жазбалардың қаншасында дәл күні, сомасы және дереккөзі бар. Жазбалар біртіндеп жиналады, ал олқылық мәліметтің әлі келмегенін ғана білдіреді.
}
completeness-invite = Жетіспейтін күнді, соманы немесе құжатты білесіз бе? Жіберіңіз, жазба толықтырылады.
completeness-caption = { $title }: жазбалардың толықтығы
completeness-region-year = Өңірлер мен жылдар бойынша
completeness-reported = Жарияланғаны жазылғанынан көп
completeness-reported-text = Жазбаларда әлі жоқ көмек туралы ресми хабарланған. Оны растай алсаңыз, мәлімет жіберіңіз.
known-day = Дәл күні бар
known-amount = Сомасы бар
known-source = Дереккөзі бар
cross-title =
    { $axis ->
        [direction] { year-direction }
       *[region] { year-region }
    }

# Contributions that the address of their page asks for.
filtered-title = Көмек тізімін сүзу
filtered-intro = Өңірді, ауданды, бағытты, көмек түрін, жылды немесе меценаттың өңірін таңдаңыз: соған сай көмектің бәрі және оның жалпы сомасы көрсетіледі. Таңдаған шарттарыңыз беттің мекенжайында сақталады, сондықтан сілтемесін басқаларға жіберуге болады.
filtered-without = Сүзу үшін JavaScript қажет. JavaScript болмаса, осы көмекті мына тізімдерден табуға болады, ал бәрі бірге — соңғы файлда:
filtered-any = Барлығы
filtered-key =
    { $key ->
        [district] { axis-district }
        [direction] { axis-direction }
        [object] { axis-object }
        [stated] Көмек түрі (оған кіретін ұсақ түрлерсіз)
        [year] { axis-year }
        [patron] { axis-patron }
        [givers] Меценаттар
        [from] { axis-from }
        [period] Кезең
        [others] Мыналардан басқасының бәрі
       *[region] { axis-region }
    }
filtered-unknown = порталда жоқ
filtered-part = Көрсетілген жолдар бойынша
filtered-failed = Көмек тізімі жүктелмеді. Бетті жаңартып көріңіз.
