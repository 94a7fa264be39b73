# Іздеу.

search-title = Іздеу
search-label = Мектеп, ауыл, меценат…
search-submit = Іздеу
search-suggestions = Ұсынылатын атаулар
search-results = Іздеу нәтижелері
search-found = Табылды
search-none = Ештеңе табылмады.
search-loading = Ізделіп жатыр…
search-failed = Іздеу жүктелмеді: байланыс үзілген болуы мүмкін.
search-again = Қайта көру
search-meant = Мүмкін, іздегеніңіз:
search-all = Барлығы
search-kinds-label = Не ізделеді
search-hint = Атауды кез келген тілде және әліпбиде жазуға болады: түгел жазбасаңыз да, қате жіберсеңіз де табылады.
search-no-script = Іздеу үшін браузерде JavaScript қосулы болуы керек. Төмендегі сілтемелер арқылы барлық жазбаны ашуға болады.
search-try = Мынаны байқап көріңіз:
search-try-fewer = сөз санын азайтыңыз;
search-try-other = басқа сөзбен немесе басқа тілде жазыңыз;
search-try-beginning = сөздің тек басын жазыңыз.
search-kind =
    { $kind ->
        [region] Өңір
        [district] Аудан немесе қала
        [direction] Бағыт
        [object] Нысан түрі
        [year] Жыл
        [patron] Меценат
        [award] Марапат
        [project] Жоба
        [news] Жаңалық
       *[page] Бет
    }
search-kinds =
    { $kind ->
        [region] Өңірлер
        [district] Аудандар мен қалалар
        [direction] Бағыттар
        [object] Нысан түрлері
        [year] Жылдар
        [patron] Меценаттар
        [award] Марапаттар
        [project] Жобалар
        [news] Жаңалықтар
       *[page] Беттер
    }
