# Оқырман нені реттейді, не істейді.

reading-version = Нашар көретіндерге арналған нұсқа
reading-size = Қаріп өлшемі
reading-normal = Қалыпты
reading-large = Үлкен
reading-largest = Өте үлкен
reading-spacing = Әріп пен жол аралығы
reading-spacing-normal = Қалыпты
reading-wide = Кең
reading-colours = Түстер
reading-as-device = Құрылғыдағыдай
reading-light = Ашық
reading-dark = Қараңғы
reading-black-on-white = Ақ фонда қара
reading-white-on-black = Қара фонда ақ
reading-pictures = Суреттер
reading-pictures-on = Көрсету
reading-pictures-off = Көрсетпеу
reading-standard = Қалыпты нұсқа
view-label = Тізімнің түрі
view-cards = Карточка
view-table = Кесте

share-label = Басып шығару және бөлісу
share-print = Басып шығару
share-native = Бөлісу
share-mail = Эл. пошта
feed-follow = Жаңартуларға жазылу (Atom)

# Беттің басындағы түйме.
reading-switch-dark = Күңгірт режим
share-copy = Сілтемені көшіру
share-copied = Көшірілді
share-cite = Қалай сілтеме жасау керек
anchor-label = Осы бөлімге сілтеме
report-mistake = Қате туралы хабарлау
mistake-subject = Қате
embed-title = { $of }: өзге сайттарға арналған деректер
embed-whole = Порталдағы толық деректер
embed-show = Бұл деректерді өз сайтыңызда көрсету
embed-paste = Мына жолды бетіңіздің HTML кодына қойыңыз:
newest-record = Осы беттегі ең соңғы жазба:
edition = Деректер нұсқасы:
edition-hint = Кез келген жазба өзгерсе, бұл сөз де өзгереді: санға сілтеме жасағанда осыны көрсетіңіз.
