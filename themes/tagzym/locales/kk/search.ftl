# Іздеу.

search-title = Іздеу
search-label = Мектеп, ауыл, есім…
search-submit = Іздеу
search-suggestions = Ұсынылатын атаулар
search-results = Іздеу нәтижелері
search-found = Табылды
search-none = Ештеңе табылмады.
search-loading = Ізделіп жатыр…
search-failed = Іздеу орындалмады: интернет байланысы үзілген сияқты.
search-broken = Сайттағы қатеге байланысты іздеу орындалмады. Сәл кейінірек қайталап көріңіз.
search-again = Қайта іздеу
search-meant = Мүмкін, іздегеніңіз:
search-all = Барлығы
search-kinds-label = Нәтижелер түрі бойынша
search-hint = Атауды порталдың кез келген тілінде, кирилл немесе латын әрпімен жазуға болады: сөздің басы жеткілікті, қате кетсе де табылады.
search-no-script = Іздеу жұмыс істеуі үшін браузерде JavaScript-ті қосыңыз. Кез келген жазбаны төмендегі сілтемелер арқылы да табуға болады.
search-try = Мынаны байқап көріңіз:
search-try-fewer = сөз санын азайтыңыз;
search-try-other = басқаша немесе басқа тілде жазыңыз;
search-try-beginning = сөздің басын ғана жазыңыз.
search-kind =
    { $kind ->
        [region] Өңір
        [district] Аудан немесе қала
        [direction] Бағыт
        [object] Көмек түрі
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
        [object] Көмек түрлері
        [year] Жылдар
        [patron] Меценаттар
        [award] Марапаттар
        [project] Жобалар
        [news] Жаңалықтар
       *[page] Беттер
    }
