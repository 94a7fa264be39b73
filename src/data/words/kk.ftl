# Ашық деректер кестелері мен бағандары туралы оқырманға айтылатыны. Тақырып шаблонымен өзгермейді.
# Languages.
in-kk = қазақша
in-ru = орысша
in-en = ағылшынша

# What stands in cells.
type-id = сәйкестендіргіш
type-ids = сәйкестендіргіштер
type-text = мәтін
type-integer = бүтін сан
type-decimal = бөлшек сан
type-amount = бүтін теңге
type-date = күн
type-year = жыл
type-boolean = true немесе false
type-url = мекенжай
type-enumeration = сөздердің бірі

# The head of the file of grants.
grants-about = Сомасы мен күні белгілі, нақты берілген көмек, 360Giving 1.4 форматында: { $grants }{ $samples ->
        [0] {""}
       *[other] , оның ішінде ойдан алынған үлгілер: { $samples }
    }. Енгізілмегендер: берілмегені — { $not-delivered }, сомасы жоғы — { $without-amount }, нақты күні жоғы — { $without-day }.

# Tables.
table-contributions = Көмек
    .about = Әр көмек бір жол: нақты берілгені, уәде етілгені және қайтарып алынғаны. Алдымен жаңалары.
table-projects = Жобалар
    .about = Жобалар: орны, мәртебесі, күндері, беттерінің мекенжайы, сондай-ақ әрқайсысына қанша берілгені мен уәде етілгені.
table-patrons = Меценаттар
    .about = Аты жарияланатын меценаттар. Аты жарияланбайтындардың мұнда жолы жоқ.
table-awards = Марапаттар
    .about = Марапаттар мен құрмет тізімдері.
table-award-recipients = Лауреаттар
    .about = Әр марапатты кім алғаны, тізімнің ретімен.
table-regions = Өңірлер
    .about = Қазіргі және бұрынғы өңірлер, кодтарымен.
table-districts = Аудандар мен қалалар
    .about = Әр өңірдің аудандары мен қалалары.
table-directions = Бағыттар
    .about = Акцияның бағыттары.
table-object-kinds = Көмек түрлері
    .about = Көмек түрлері; әрқайсысының жанында өзі кіретін кеңірек түрі көрсетілген.
table-reported-figures = Ресми хабарланған сандар
    .about = Ресми хабарланған сандар, дереккөзімен. Олар портал жазбаларынан құралмайды.
table-reported-breakdowns = Ресми хабарланған сандардың бөлінісі
    .about = Ресми хабарланған сан дереккөзінде қалай бөлінгені.
table-corrections = Түзетулер
    .about = Порталда не қате болып, не түзетілгені. Алдымен жаңалары.
table-totals-by-region = Өңірлер бойынша қосындылар
    .about = Әр өңір қанша алғаны. Жолдардың қосындысы жалпы сомаға тең.
table-totals-by-home-region = Меценаттардың өңірлері бойынша қосындылар
    .about = Әр өңірдің меценаттары қанша бергені, көмек қайда барса да. Бірлескен көмек бір жолда.
table-totals-by-year = Жылдар бойынша қосындылар
    .about = Әр жылы қанша берілгені.
table-totals-by-direction = Бағыттар бойынша қосындылар
    .about = Акцияның әр бағытына қанша берілгені.
table-totals-by-object-kind = Көмек түрлері бойынша қосындылар
    .about = Көрсетілген түрі бойынша: кеңірек түрдің жолына оның ішіндегі түрлер кірмейді, ал бетінде олар қосылған.
table-totals-by-patron = Меценаттар бойынша қосындылар
    .about = Аты жарияланған әр меценаттың өз атынан қанша бергені. Аты жарияланбайтындардың бәрі бір жолда, бірлескен көмек те бір жолда.
table-totals-by-year-region = Жылдар мен өңірлер бойынша қосындылар
    .about = Әр өңір әр жылы қанша алғаны.
table-totals-by-year-direction = Жылдар мен бағыттар бойынша қосындылар
    .about = Әр бағытқа әр жылы қанша берілгені.

# Columns: what is the same in many tables.
column-id = Сәйкестендіргіш
    .about = Кестеде қайталанбайды; басқа кестелер жолды осы арқылы атайды. Өз сәйкестендіргіші жоқ көмектікі жолында айтылғаннан жасалады, жол өзгерсе, ол да өзгереді.
column-url = Бетінің мекенжайы
    .about = Жазбаның порталдағы беті.
column-sample = Үлгі
    .about = true: жазба порталдың қалай жұмыс істейтінін көрсету үшін ойдан алынған.
column-date = Күні
    .about = Қаншалық дәл белгілі болса, соншалық: күн, ай не жыл.
column-date-precision = Күннің дәлдігі
    .about = Алдыңғы бағандағы күн қаншалық дәл белгілі.
column-year = Жыл
    .about = Көмектің жылы.
column-summary = Қысқаша
    .about = Бір-екі сөйлем.
column-region-id = Өңір
    .about = Көмек алған немесе жол айтып тұрған өңір, сол кездегі шекара бойынша.
column-region-iso = ISO 3166-2 коды
    .about = Өңірдің халықаралық коды. Бұрынғы өңірлерде ол жоқ.
column-region-kato = Өңірдің ӘАОЖ коды
    .about = Ұлттық жіктеуіштің коды; басқа жылы ол басқа жерді білдіруі мүмкін.
column-region-name = Өңірдің атауы
    .about = Қазіргі не соңғы атауы.
column-district-id = Аудан немесе қала
    .about = Өз өңірінде қайталанбайды.
column-district-kato = Ауданның ӘАОЖ коды
    .about = Коды анық болмаса, бос.
column-district-name = Ауданның немесе қаланың атауы
    .about = Жіктеуіштегі немесе портал дереккөзіндегі атауы.
column-direction-id = Бағыт
    .about = Акцияның бағыты.
column-direction-name = Бағыттың атауы
    .about = Акция бағытының атауы.
column-object-kind-id = Көмек түрі
    .about = Не салынғаны не берілгені; көрсетілмесе, бос.
column-object-kind-name = Түрдің атауы
    .about = Көмек түрінің атауы.
column-patron-id = Меценат
    .about = Өз атынан берген, аты жарияланған меценат; бірлескен көмекте және аты жарияланбаса, бос.
column-patron-name = Меценаттың аты не атауы
    .about = Аты не атауы; бірлескен көмекте бәрі нүктелі үтір арқылы.
column-patron-kind = Меценаттың түрі
    .about = Жеке адам, компания, қор, бірлестік не топ; бірлескен көмекте бос.
column-home-region-id = Меценаттың өңірі
    .about = Меценат қай өңірден; бірлескен көмекте бос.
column-home-region-iso = Меценат өңірінің ISO коды
    .about = Меценат өңірінің ISO 3166-2 коды.
column-home-region-kato = Меценат өңірінің ӘАОЖ коды
    .about = Меценат өңірінің ӘАОЖ коды.
column-home-region-name = Меценат өңірінің атауы
    .about = Меценат өңірінің атауы.
column-note = Ескертпе
    .about = Көмек туралы тағы не айтылғаны.
column-source-title = Дереккөздің атауы
    .about = Көмекті тексеруге болатын жарияланым не құжат.
column-source-url = Дереккөздің мекенжайы
    .about = Дереккөз қайда тұрғаны.
column-source-date = Дереккөздің күні
    .about = Жарияланған не қол қойылған күні.
column-row = Жол не туралы
    .about = Өз жазбасы жоқ жолды қалғандарынан ажыратады.

# Contributions.
column-contribution-status = Мәртебесі
    .about = Берілгені мен уәде етілгені қосылмайды; қайтарып алынған және күшін жойған уәделер ешбір сомаға кірмейді.
column-contribution-kind = Ақшалай не заттай
    .about = Заттай көмектің сомасы болмауы мүмкін: ол саналады, бірақ қосылмайды.
column-amount = Сомасы, ₸
    .about = Бүтін теңге; белгісіз болса, бос.
column-giver = Кім берді
    .about = Аты жарияланған меценат, аты жарияланбайтын меценат не бірнешеуі бірлесіп.
column-patron-ids = Барлық меценаттар
    .about = Бергендердің бәрінің сәйкестендіргіштері, нүктелі үтір арқылы; аты жарияланбайтыны anonymous сөзімен белгіленеді.
column-project-id = Жоба
    .about = Жобадан тыс берілсе, бос.
column-project-title = Жобаның атауы
    .about = Жобаның бұл тілде мәтіні болмаса, бос.
column-in-kind = Заттай берілгені
    .about = Не берілгені.
column-purpose = Не үшін
    .about = Жоба болмаса, не үшін берілгені.
column-withdrawn = Қайтарып алынған күні
    .about = Уәде қайтарып алынған күн.

# Projects.
column-title = Атауы
    .about = Бұл тілде мәтін болмаса, бос.
column-project-status = Мәртебесі
    .about = Жоспарланған, жүріп жатыр, аяқталған не тоқтатылған.
column-started = Басталған күні
    .about = Жұмыс басталған күн.
column-completed = Аяқталған күні
    .about = Жоба аяқталған күн.
column-cancelled = Тоқтатылған күні
    .about = Жоба тоқтатылған күн.
column-cancelled-reason = Неге тоқтатылды
    .about = Жобаның тоқтатылу себебі туралы не айтылғаны.
column-beneficiaries = Игілігін көретіндер
    .about = Жоба неше адамға арналғаны.
column-latitude = Ендігі
    .about = Градуспен, WGS 84.
column-longitude = Бойлығы
    .about = Градуспен, WGS 84.

# Patrons.
column-patron-since = Көмек бере бастаған жылы
    .about = Алғашқы көмектің көрсетілген жылы.
column-members = Құрамы
    .about = Топта неше адам бары.
column-site = Сайты
    .about = Меценаттың өз сайты.
column-patron-own-name = Аты не атауы
    .about = Меценаттың аталуы.
column-patron-own-kind = Түрі
    .about = Жеке адам, компания, қор, бірлестік не топ.
column-patron-own-region-id = Өңірі
    .about = Меценат қай өңірден.

# Awards.
column-award-name = Марапаттың атауы
    .about = Марапаттың не тізімнің аталуы.
column-award-region-id = Өңірі
    .about = Бос: бүкіл ел.
column-recipients = Лауреаттар саны
    .about = Неше лауреаты бары, аты жарияланбайтындарды қоса.
column-award-id = Марапат
    .about = Алынған марапат.
column-recipient-number = Тізімдегі нөмірі
    .about = Аты жарияланбайтындар өз аталымының соңында тұрады.
column-recipient = Кім марапатталды
    .about = Аты жарияланған меценат не аты жарияланбайтын меценат.
column-recipient-patron-id = Меценат
    .about = Аты жарияланбаса, бос.
column-recipient-patron-name = Меценаттың аты не атауы
    .about = Меценаттың аталуы.
column-recipient-patron-kind = Меценаттың түрі
    .about = Жеке адам, компания, қор, бірлестік не топ.
column-recipient-home-region-id = Меценаттың өңірі
    .about = Марапатталған меценат қай өңірден.
column-category-id = Аталым
    .about = Марапаттың аталымы, болса.
column-category-name = Аталымның атауы
    .about = Марапат аталымының атауы.
column-recipient-note = Не үшін
    .about = Марапат не үшін берілгені.

# Regions and districts.
column-centre = Әкімшілік орталығы
    .about = Өңір басқарылатын қала.
column-population = Халық саны
    .about = Көрсетілген күнгі тұрғындар саны.
column-population-date = Халық санының күні
    .about = Сан қай күнге тиесілі.
column-population-source = Халық санының дереккөзі
    .about = Сан қайдан алынғаны.
column-region-since = Жеке өңір болған күні
    .about = Алғашқы күні, өңір жазбалардан ескі болмаса.
column-region-until = Соңғы күні
    .about = Соңғы күні; қазіргі өңірде бос.
column-successor-ids = Ізбасар өңірлер
    .about = Орнын басқан не құрамынан бөлініп шыққан өңірлер, нүктелі үтір арқылы.
column-predecessor-ids = Алдында болған өңірлер
    .about = Осы өңір шыққан өңірлер, нүктелі үтір арқылы.
column-district-url = Бетінің мекенжайы
    .about = Аудан туралы жазба болмаса, бос.

# Kinds of facility.
column-plural = Көпше атауы
    .about = Осы түрдегі бірнешеуінің аталуы.
column-parent-id = Кеңірек түрі
    .about = Осы түр кіретін түр.

# Reported figures.
column-figure-region-id = Өңірі
    .about = Бос: бүкіл ел.
column-period-from = Кезеңнің басы
    .about = Дереккөзде кезең айтылмаса, бос.
column-period-to = Кезеңнің соңы
    .about = Кезеңнің соңғы күні, өзін қоса.
column-measure = Не жарияланды
    .about = Барлық көмек, нысандар не уәде етілген көмек.
column-figure-amount = Сомасы, ₸
    .about = Бүтін теңге, дереккөздегідей; онда сома айтылмаса, бос.
column-figure-precision = Дәл не дөңгелектелген
    .about = Сан қаншалық дәл хабарланғаны.
column-figure-patrons = Меценаттар саны
    .about = Дереккөзде нешеу деп айтылғаны.
column-figure-projects = Жобалар саны
    .about = Дереккөзде нешеу деп айтылғаны.
column-figure-objects = Нысандар саны
    .about = Дереккөзде нешеу деп айтылғаны.
column-part-of-id = Қай санның бөлігі
    .about = Осы сан бөлігі болатын үлкен сан.
column-figure-note = Не саналғаны
    .about = Санға нақты не кіретіні.
column-figure-source-title = Дереккөздің атауы
    .about = Сан хабарланған жарияланым.
column-figure-source-url = Дереккөздің мекенжайы
    .about = Жарияланым қайда тұрғаны.
column-contradicts-itself = Өзіне қайшы
    .about = true: бөлінісі санның өзіне сәйкес келмейді не бөлігі бүтінінен үлкен.
column-figure-id = Ресми хабарланған сан
    .about = Бөлінісі берілген сан.
column-breakdown-number = Жолдың нөмірі
    .about = Дереккөздегі рет бойынша.
column-label = Атауы
    .about = Көмек түрі де, бағыт та болмаса, жол не туралы.

# Corrections.
column-corrected-records = Жазбалар
    .about = Қате болған жазбалар, «түрі/сәйкестендіргіші» түрінде, нүктелі үтір арқылы.
column-was-amount = Бұрынғы сома, ₸
    .about = Сома қате болса.
column-was-text = Бұрынғы мәтін
    .about = Басқа нәрсе қате болса.
column-now-amount = Қазіргі сома, ₸
    .about = Дұрыс сома.
column-now-text = Қазіргі мәтін
    .about = Дұрысы.
column-correction-reason = Не қате болды және неге
    .about = Оқырманға айтылғанындай.

# Columns of the list of patrons: what each gave.
list-alone-delivered = Өз атынан нақты бергені, ₸
list-alone-pledged = Өз атынан уәде еткені, ₸
list-joint-delivered = Басқалармен бірлесіп нақты бергені, ₸
list-joint-pledged = Басқалармен бірлесіп уәде еткені, ₸
list-joint-contributions = Бірлескен көмек саны
list-projects = Жобалар саны

# Totals.
column-delivered-amount = Нақты берілгені, ₸
    .about = 0 — жазба жоқ; бос — жазба бар, бірақ сомасы белгісіз.
column-delivered-contributions = Берілген көмек саны
    .about = Соманың неше рет берілген көмектен құралғаны.
column-delivered-without-amount = Оның ішінде сомасызы
    .about = Сомасы белгісіз заттай көмек.
column-delivered-projects = Көмек алған жобалар саны
    .about = Көмек берілген әртүрлі жоба.
column-delivered-patrons = Көмек берген меценаттар саны
    .about = Әртүрлі меценаттар, аты жарияланбайтындарды қоса.
column-pledged-amount = Уәде етілгені, ₸
    .about = Берілгеніне қосылмайды. 0 — жазба жоқ; бос — сомасы белгісіз.
column-pledged-contributions = Уәде етілген көмек саны
    .about = Әлі орындалуға тиіс уәделер.
column-pledged-without-amount = Оның ішінде сомасызы
    .about = Сомасы белгісіз заттай уәделер.
column-pledged-projects = Көмек уәде етілген жобалар саны
    .about = Көмек уәде етілген әртүрлі жоба.
column-pledged-patrons = Көмек уәде еткен меценаттар саны
    .about = Әртүрлі меценаттар, аты жарияланбайтындарды қоса.
column-sums-projects = Барлық жобалар саны
    .about = Көмек берілген не уәде етілген әртүрлі жоба.
column-sums-patrons = Барлық меценаттар саны
    .about = Берген не уәде еткен әртүрлі меценаттар, аты жарияланбайтындарды қоса.
column-sums-patron-name = Меценаттың аты не атауы
    .about = Аты жарияланбайтындар мен бірлескен көмек жолында бос.

# Words of enumerations.
value-contribution-status-delivered = нақты берілді
value-contribution-status-pledged = уәде етілді
value-contribution-status-withdrawn = қайтарып алынған уәде
value-contribution-status-void = тоқтатылған жобаға берілген уәде
value-contribution-kind-money = ақшалай
value-contribution-kind-in-kind = заттай
value-giver-patron = аты жарияланған меценат
value-giver-anonymous = Аты жарияланбайды
value-giver-joint = бірнешеуі бірлесіп
value-recipient-patron = аты жарияланған меценат
value-recipient-anonymous = Аты жарияланбайды
value-patron-kind-person = жеке адам
value-patron-kind-company = компания
value-patron-kind-fund = қор
value-patron-kind-association = бірлестік
value-patron-kind-group = топ
value-project-status-planned = жоспарланған
value-project-status-under-way = жүріп жатыр
value-project-status-completed = аяқталған
value-project-status-cancelled = тоқтатылған
value-measure-support = барлық көмек
value-measure-objects = нысандар
value-measure-pledges = уәде етілген көмек
value-figure-precision-exact = дәл
value-figure-precision-rounded = дөңгелектелген
value-date-precision-day = күн
value-date-precision-month = ай
value-date-precision-year = жыл
value-home-region-row-region = өңір
value-home-region-row-joint = бірлескен көмек
value-object-kind-row-object-kind = көмек түрі
value-object-kind-row-not-stated = көрсетілмеген
