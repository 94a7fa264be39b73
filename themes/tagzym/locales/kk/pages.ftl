# Жекелеген беттердің сөздері.

year-title = { $year } жыл

home-delivered = Бүкіл Қазақстан бойынша нақты берілген
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
region-last-day = соңғы күні:
region-former-hint = Көмек өзі берілген кездегі шекара бойынша жазылады және басқа өңірге көшірілмейді.
region-delivered = { $inside } нақты берілген
region-first-page = Өңір бетінің басына оралу
region-former-name = Бұрынғы атауы
region-centre = Әкімшілік орталығы
region-population = Халық саны
region-since = Жеке өңір болған күні
region-until = Соңғы күні
region-formed-on = жеке өңір болған күні:
region-predecessors = Бұрынғы өңір
region-split-from = Бұрын құрамына кірген өңір
region-successors = Ізбасар өңірлер
region-split-off = Құрамынан бөлініп шыққан өңір
region-iso = ISO 3166-2 коды
region-kato = ӘАОЖ коды
region-share = Бүкіл Қазақстан бойынша сомадағы үлесі
region-given = Осы өңір меценаттарының нақты бергені
region-given-pledged = Осы өңір меценаттарының уәде еткені
region-projects = Өңірдегі жобалар
region-patrons = Осы өңірдің меценаттары
region-rank = { $of } өңір арасындағы орны
region-districts = Аудандар мен қалалар
region-about = Өңір туралы
region-about-inside = Тарихы, картадағы орны, кодтары
region-no-records = Бұл өңірдегі жарналар туралы жазба әзірге жоқ. Бұл ол жерде ешкім көмектеспеді деген сөз емес.
district-share = Өңір бойынша сомадағы үлесі
district-projects = Аудандағы немесе қаладағы жобалар
region-other-districts = Жобалары бар, бірақ жарналары әлі жазылмаған аудандар мен қалалар:
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
project-beneficiaries = Игілігін көретін адамдар саны
project-location = Координаттары
project-related = Өңірдегі басқа жобалар

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
        [person] жеке тұлға
        [company] компания
        [fund] қор
        [association] бірлестік
       *[group] топ
    }

patrons-hint = Сома — меценаттың жеке өзі бергені, бірлескен көмек бөлек саналады.
patrons-caption = Меценаттар: түрі, өңірі, жеке өзі бергені, бірлескен жарналары, жобалары
patrons-others = Тізімнен тыс
patron-kind =
    { $kind ->
        [person] Жеке тұлға
        [company] Компания
        [fund] Қор
        [association] Бірлестік
       *[group] Топ
    }
patron-kind-label = Түрі
patron-joint-contributions = Бірлескен жарналар
patron-alone = Жеке өзі нақты бергені
patron-joint = Басқалармен бірлесіп нақты бергені
patron-joint-pledged = Басқалармен бірлесіп уәде еткені
patron-joint-hint = Бірлескен көмек меценаттың өз сомасына кірмейді.
patron-contributions = Жеке өзінің жарналары
patron-since = Көмек бере бастаған жылы
patron-former-names = Бұрынғы атаулары
patron-name-until = өзгерген уақыты:
patron-members = Құрамы
patron-site = Сайты
patron-first-page = Меценат бетінің басына оралу

award-date = Күні
award-event = Іс-шара
award-recipients = Лауреаттар

object-parent = Жалпы түрі:
object-children = Осыған кіретін түрлер
object-children-hint = Төмендегі сомалар осы түрдің жалпы сомасында ескерілген.

year-before = Жарна берілген алдыңғы жыл:
year-after = Жарна берілген келесі жыл:
year-projects = Осы жылы қаражат берілген жобалар

news-awards = Осы іс-шарада табысталған марапаттар

year-region = Жылдар мен өңірлер
year-direction = Жылдар мен бағыттар
cross-hint = Нақты берілген сома, миллион теңгемен, дөңгелектелген. Сызықша — сол жылы нақты берілгені туралы жазба жоқ.
by-patron-caption = Меценаттар бойынша: сома, жарналар және меценаттар саны
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
               *[patrons] Көмегі
            }
       *[year] { axis-year }
    }
filter-from = Ең аз сомасы
filter-below = Ең көп сомасы
filter-any = Кез келген
filter-order = Реттілігі
filter-order-by =
    { $by ->
        [date] Алдымен жаңалары
        [amount] Алдымен сомасы үлкендері
       *[name] Әліпби бойынша
    }
filter-clear = Бәрін алып тастау
filter-found = Табылды
filter-delivered =
    { $list ->
        [projects] оларға барлығы нақты берілгені
       *[patrons] жеке өздерінің нақты бергені
    }
filter-pledged = уәде етілгені
filter-show = Табылғанын көрсету: { $count }
filter-chosen = Таңдалған шарттар
filter-remove = Шартты алып тастау
filter-csv = Осы тізімді жүктеп алу (CSV)
filter-column =
    { $column ->
        [id] Идентификатор
        [title] Атауы
        [url] Мекенжайы
        [region] { axis-region }
        [district] { axis-district }
        [direction] { axis-direction }
        [object] { axis-object }
        [status]
            { $list ->
                [projects] { project-status-label }
               *[patrons] { patron-kind-label }
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
   *[news] Акция жаңалықтары мен шаралары.
}

directions-title = Барлық бағыт
objects-title = Нысандардың барлық түрі
objects-hint = Түрдің сомасына оның ішіндегі тар түрлер де кіреді. Әлі жазбасы жоқ түрлер солғын көрсетілген.
object-no-records = Нысандардың бұл түрі бойынша әзірге жазба жоқ.

# Opens what is folded away on a narrow screen.
unfold = Ашу
