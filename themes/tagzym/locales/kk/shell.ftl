# Беттің қаңқасы: мәзір, тілдер, ескертпелер, беттер тізбегі.

skip = Негізгі мазмұнға өту
menu-label = Негізгі мәзір
languages-label = Тілді таңдау
breadcrumbs-label = Навигация тізбегі
footer-label = Портал туралы
contents-label = Осы бетте

nav-home = Басты бет
nav-regions = Өңірлер
nav-projects = Жобалар
nav-patrons = Меценаттар
nav-awards = Марапаттар
nav-years = Жылдар
nav-totals = Барлық сомалар
nav-news = Жаңалықтар
nav-corrections = Түзетулер

samples-label = Ескертпе
samples-notice = Үлгі: есім, жоба, сома ойдан алынған
sample-badge = Үлгі: бұл беттегі жазба ойдан алынған
sample-mark = үлгі

not-translated =
    Бұл бет қазақ тіліне әлі аударылмаған. Мәтіннің { $lang ->
        [ru] орыс
        [en] ағылшын
       *[kk] қазақ
    } тіліндегі нұсқасы көрсетілген.
open-original =
    { $lang ->
        [ru] Орысша бетті ашу
        [en] Ағылшынша бетті ашу
       *[kk] Қазақша бетті ашу
    }
stale-translation =
    Аударма ескірген болуы мүмкін: ол жасалғаннан кейін { $lang ->
        [ru] орыс
        [en] ағылшын
       *[kk] қазақ
    } тіліндегі мәтін өзгерді.
open-newer = Жаңарған мәтінді ашу
lang-mark =
    { $lang ->
        [ru] орысша
        [en] ағылшынша
       *[kk] қазақша
    }

page-of = { $number }-бет, барлығы { $pages }
pager-label = Тізім беттері
pager-page = { $number }-бет
pager-previous = Алдыңғы
pager-next = Келесі

letters-label = Бірінші әрпі бойынша
letters-bucket =
    { $kind ->
        [digits] 0–9
       *[other] басқа әліпбилер
    }

how-computed = Қорытындылар көмек туралы жазбалардан есептеледі, ресми хабарланған сандар дереккөзінен алынған.
footer-licence = Деректер { $licence } лицензиясымен таратылады.
footer-contact = Байланыс:

corrections-hint = Жазбаларда түзетілген қателер: бұрын не тұрды, қазір не тұр және неге.
correction-made = Түзетілді:
correction-was = бұрын тұрғаны:
correction-now = қазір тұрғаны:

editions-title = Сақталған нұсқалар: не өзгерді
editions-hint = Деректердің әр сақталған нұсқасында сомалардың бұрынғы нұсқамен салыстырғанда қалай өзгергені. Нұсқаның аты — мағынасы жоқ сөз: ол жазбалардың өзінен есептеледі, бір жазба өзгерсе, сөз де басқа болады.
edition-compared = { $word } нұсқасы { $since } нұсқасымен салыстырғанда
edition-was = Бұрын
edition-now = Кейін
edition-by = Айырмасы
edition-delivered = Барлығы нақты берілгені
edition-pledged = Барлығы уәде етілгені
edition-same = Жалпы сома өзгерген жоқ.

redirect-text = Бұл беттің мекенжайы өзгерді.
redirect-link = Жаңа мекенжайға өту

not-found-title = Бет табылмады
not-found-hint = Мекенжай өзгерген немесе қате жазылған болуы мүмкін.
not-found-home = Басты бетке өту
not-found-sections = Порталдың бөлімдері
