# Жекелеген беттердің сөздері.

year-title = { $year } жыл

home-districts = Өз ауданыңызды табу
home-scope = Өңір туралы: аудандар мен сандар
home-delivered = { -scope.is ->
   *[country] Бүкіл Қазақстан бойынша нақты берілгені
    [region] { -scope-in } нақты берілгені
    [name] { -scope }: нақты берілгені
}
home-directions = Акцияның бағыттары
home-newest = Соңғы жобалар
home-news = Соңғы жаңалықтар
all-projects = Барлық жобалар
all-news = Барлық жаңалықтар
all-regions = Барлық өңірлер
all-totals = Барлық сомалар
projects-all =
    { $count ->
       *[other] Барлық { $count } жоба
    }
names = Аттары
givers-more = және тағы { $count }
largest-patrons = Ең көп көмектескен меценаттар
newest-first = Алдымен жаңалары.
no-projects = Жобалар туралы жазба әзірге жоқ.
no-patrons = Аты жарияланған меценат әзірге жоқ.
no-awards = Марапаттар туралы жазба әзірге жоқ.
no-news = Жаңалықтар әзірге жоқ.

regions-today = Қазіргі өңірлер
regions-former = Бұрынғы өңірлер
region-former-notice = Бұл — бұрынғы өңір
region-last-day = өңір болған соңғы күні:
region-former-hint = Көмек берілген кездегі шекара бойынша жазылады, басқа өңірдің есебіне көшпейді.
region-delivered = { $inside } нақты берілгені
region-first-page = Өңір бетінің басына оралу
region-former-name = Бұрынғы атауы
region-centre = Әкімшілік орталығы
region-population = Халық саны
region-since = Жеке өңір
region-until = Өңір болған соңғы күні
region-formed-on = { $since } жеке өңір
region-predecessors = Алдында болған өңір
region-split-from = Қай өңірдің құрамынан бөлінді
region-successors = Ізбасар өңірлер
region-split-off = Құрамынан бөлініп шыққандары
region-iso = ISO 3166-2 коды
region-kato = ӘАОЖ коды
region-share = Жалпы сомадағы үлесі
region-given = Осы өңір меценаттарының нақты бергені
region-given-pledged = Осы өңір меценаттарының уәде еткені
region-projects = Өңірдегі жобалар
region-patrons = Осы өңірдің меценаттары
region-rank = Сома бойынша { $of } өңір арасындағы орны
region-districts = Аудандар мен қалалар
region-about = Өңір туралы
region-about-inside = Тарихы, картадағы орны, кодтары
region-no-records = Бұл өңірге берілген көмек туралы жазба әзірге жоқ. Бұл ол жерде ешкім көмектеспеді деген сөз емес.
district-share = Өңірдің жалпы сомасындағы үлесі
district-projects = Аудандағы немесе қаладағы жобалар
region-other-districts = Жобасы бар, бірақ берілген көмек әлі жазылмаған аудандар мен қалалар:
source = Дереккөз:

project-status =
    { $status ->
        [planned] Жоспарланған
        [under-way] Іске асырылып жатыр
        [cancelled] Тоқтатылған
       *[completed] Аяқталған
    }
project-under-way-since = { $since } іске асырылып жатыр
project-begun = басталған күні:
project-about = Жоба туралы
project-status-label = Мәртебесі
project-started = Басталған күні
project-completed = Аяқталған күні
project-cancelled = Жоба тоқтатылды:
project-beneficiaries = Игілігін қанша адам көреді
project-location = Координаттары
project-related = Өңірдегі басқа жобалар

# Over the pictures of a project, a news item or a page.
gallery = Фотосуреттер

contribution-date = Күні
contribution-givers = Меценат
contribution-target = Не үшін
contribution-in-kind = Заттай көмек
contribution-place = Қайда
contribution-joint = бірлескен көмек
contribution-unkept =
    { $status ->
        [withdrawn] қайтарып алынды
       *[void] жоба тоқтатылды
    }
unkept-title = Орындалмаған уәделер
unkept-hint = Олар ешбір сомаға кірмейді.
other-contributions = Жобалардан тыс көмек
anonymous-patron =
    Аты жарияланбайтын { $kind ->
        [person] меценат
        [company] компания
        [fund] қор
        [association] бірлестік
       *[group] топ
    }

patrons-hint = Сома — меценаттың өз атынан бергені, бірлескен көмек бөлек саналады.
patrons-caption = Меценаттар: кім екені, өңірі, өз атынан бергені, бірлескен көмегі, жобалары
patrons-others = Тізімнен тыс
patron-kind =
    { $kind ->
        [person] Жеке адам
        [company] Компания
        [fund] Қор
        [association] Бірлестік
       *[group] Топ
    }
patron-kind-label = Меценат түрі
patron-joint-contributions = Бірлескен көмек
patron-alone = Өз атынан нақты бергені
patron-joint = Басқалармен бірлесіп нақты бергені
patron-joint-pledged = Басқалармен бірлесіп уәде еткені
patron-joint-hint = Бірлескен көмек меценаттың өз сомасына кірмейді.
patron-contributions = Өз атынан көрсеткен көмегі
patron-since = Көмек бере бастаған жылы
patron-former-names = Бұрынғы атаулары
patron-name-until = атау өзгерген күн:
patron-members = Құрамы
patron-site = Сайты
patron-first-page = Меценат бетінің басына оралу

award-date = Күні
award-event = Іс-шара
award-recipients = Лауреаттар

object-parent = Қай түрге кіреді:
object-children = Осы түрге кіретіндер
object-children-hint = Төмендегі сомалар осы түрдің жалпы сомасында ескерілген.

year-before = Көмек берілген алдыңғы жыл:
year-after = Көмек берілген келесі жыл:
year-projects =
    { $status ->
        [both] Осы жылы қаражат берілген немесе уәде етілген жобалар
        [pledged] Осы жылға қаражат уәде етілген жобалар
       *[delivered] Осы жылы қаражат берілген жобалар
    }

news-awards = Осы іс-шарада табысталған марапаттар

year-region = Жылдар мен өңірлер
year-direction = Жылдар мен бағыттар
cross-hint = Нақты берілген сома, миллион теңгемен, дөңгелектелген. Сызықша — нақты берілгені туралы жазба жоқ.
by-patron-caption = Меценаттар бойынша: сома, көмек саны және меценаттар саны
by-patron-who = Кім берді
givers =
    { $kind ->
        [named] Аты жарияланған меценаттар, әрқайсысы жеке
        [anonymous] Аты жарияланбайтын меценаттар
       *[joint] Бірнеше меценат бірлесіп
    }

## Ұзын тізімдердің сүзгілері
filter-title = Сүзгілер
filter-facet =
    { $facet ->
        [region] { axis-region }
        [district] { axis-district }
        [direction] { axis-direction }
        [kind]
            { $list ->
                [projects] { axis-object }
               *[patrons] { patron-kind-label }
            }
        [status]
            { $list ->
                [projects] { project-status-label }
               *[patrons] Көмек
            }
       *[year] { axis-year }
    }
filter-from = Ең аз сомасы
filter-below = Ең көп сомасы
filter-any = Кез келген
filter-order = Сұрыптау
filter-order-by =
    { $by ->
        [date] Алдымен жаңалары
        [amount] Алдымен сомасы үлкендері
       *[name] Әліпби бойынша
    }
filter-clear = Сүзгілерді тазалау
filter-found = Табылды
filter-delivered =
    { $list ->
        [projects] оларға барлығы нақты берілгені
       *[patrons] өз атынан нақты бергені
    }
filter-pledged = уәде етілгені
filter-show = Табылғанын көрсету: { $count }
filter-chosen = Таңдалған шарттар
filter-remove = Шартты алып тастау
filter-csv = Осы тізімді жүктеп алу (CSV)
filter-column =
    { $column ->
        [id] Сәйкестендіргіш
        [title] Атауы
        [url] Мекенжайы
        [region] { axis-region }
        [district] { axis-district }
        [direction] { axis-direction }
        [object] { axis-object }
        [status]
            { $list ->
                [projects] { project-status-label }
               *[patrons] Меценат кім
            }
        [date] Күні
        [delivered]
            { $list ->
                [projects] { total-delivered }, ₸
               *[patrons] { patron-alone }, ₸
            }
        [pledged] { total-pledged }, ₸
        [joint] { patron-joint }, ₸
        [jointPledged] { patron-joint-pledged }, ₸
        [jointCount] { patron-joint-contributions }
        [projects] { listed-projects }
       *[sample] Үлгі
    }
filter-years-hint = Нақты берілген сома — таңдалған жылдар бойынша, қалғаны — барлық жыл бойынша.
filter-more = Тағы көрсету
filter-none = Мұндай шарттарға сай ештеңе табылмады. Шарттардың бірін алып тастаңыз.
filter-failed = Сүзгі жүктелмеді. Төменде толық тізім тұр; бетті жаңартып көріңіз.
filter-elsewhere = Тізімнің басы және сүзгілер
list-ways = Тізімді басқаша бөлу

# Said where nothing is recorded yet.
no-years = Жылдар бойынша жазба әзірге жоқ.
map-without-records = Сомалар алғашқы жазбалармен бірге осы жерде пайда болады. Өңірдің бетін картадан ашуға болады.
meanwhile = Әзірге мыналарды қараңыз
meanwhile-text = { $key ->
    [regions] Әр өңірдің беті, шекарасының тарихы және ол туралы ресми хабарланған сандар.
    [totals] Ресми түрде не хабарланды және портал соманы қалай есептейді.
   *[news] Акция жаңалықтары мен іс-шаралары.
}

directions-title = Барлық бағыт
objects-title = Көмектің барлық түрі
objects-hint = Әр түрдің сомасына оған кіретін ұсақ түрлердің сомасы да қосылады. Әзірге жазбасы жоқ түрлер солғын көрсетілген.
object-no-records = Көмектің бұл түрі бойынша жазба әзірге жоқ.

# Opens what is folded away on a narrow screen.
unfold = Ашу
