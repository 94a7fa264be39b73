//! Word lists of the invented portal: parts of names and of sentences in Kazakh, Russian and English.
//!
//! Places, people and companies are put together of parts, so that nobody real is meant. Whatever part of a sentence stands
//! beside whatever other, the sentence is right.

/// The same in Kazakh, Russian and English.
pub(super) type Said = [&'static str; 3];

/// Beginnings of names of places. No two differ by a letter or two: `check` would ask whether they are one.
pub(super) const PLACE_STARTS: [Said; 12] = [
    ["Ақ", "Ак", "Ak"],
    ["Көк", "Кок", "Kok"],
    ["Сары", "Сары", "Sary"],
    ["Алтын", "Алтын", "Altyn"],
    ["Күміс", "Кумис", "Kumis"],
    ["Ұзын", "Узун", "Uzun"],
    ["Жаңа", "Жана", "Zhana"],
    ["Бес", "Бес", "Bes"],
    ["Үлкен", "Улькен", "Ulken"],
    ["Теңіз", "Тениз", "Teniz"],
    ["Орта", "Орта", "Orta"],
    ["Жылы", "Жылы", "Zhyly"],
];

/// Ends of names of places.
pub(super) const PLACE_ENDS: [Said; 12] = [
    ["толқын", "толкын", "tolkyn"],
    ["бел", "бель", "bel"],
    ["құдық", "кудык", "kudyk"],
    ["тоғай", "тогай", "togai"],
    ["шоқы", "шокы", "shoky"],
    ["қайнар", "кайнар", "kainar"],
    ["дөң", "дон", "don"],
    ["самал", "самал", "samal"],
    ["жиде", "жиде", "zhide"],
    ["арша", "арша", "arsha"],
    ["мұнара", "мунара", "munara"],
    ["көпір", "копир", "kopir"],
];

/// Beginnings of people's names.
pub(super) const NAME_STARTS: [Said; 8] = [
    ["Ай", "Ай", "Ai"],
    ["Нұр", "Нур", "Nur"],
    ["Ер", "Ер", "Yer"],
    ["Темір", "Темир", "Temir"],
    ["Алтын", "Алтын", "Altyn"],
    ["Сағын", "Сагын", "Sagyn"],
    ["Құт", "Кут", "Kut"],
    ["Жан", "Жан", "Zhan"],
];

/// Ends of people's names.
pub(super) const NAME_ENDS: [Said; 5] = [
    ["болат", "болат", "bolat"],
    ["мұрат", "мурат", "murat"],
    ["жігіт", "жигит", "zhigit"],
    ["тілек", "тилек", "tilek"],
    ["сейіт", "сеит", "seit"],
];

/// Beginnings of surnames: things of the steppe, which are nobody's.
pub(super) const SURNAME_STARTS: [Said; 20] = [
    ["Бұлақ", "Булак", "Bulak"],
    ["Тоғай", "Тогай", "Togai"],
    ["Қайың", "Каин", "Kaiyn"],
    ["Шапақ", "Шапак", "Shapak"],
    ["Нөсер", "Носер", "Noser"],
    ["Көктем", "Коктем", "Koktem"],
    ["Жаңбыр", "Жанбыр", "Zhanbyr"],
    ["Дария", "Дария", "Dariya"],
    ["Самал", "Самал", "Samal"],
    ["Жұлдыз", "Жулдыз", "Zhuldyz"],
    ["Қарлығаш", "Карлыгаш", "Karlygash"],
    ["Бәйшешек", "Байшешек", "Baisheshek"],
    ["Мұхит", "Мухит", "Mukhit"],
    ["Өзен", "Озен", "Ozen"],
    ["Еңсе", "Енсе", "Ense"],
    ["Шуақ", "Шуак", "Shuak"],
    ["Керуен", "Керуен", "Keruen"],
    ["Домбыра", "Домбыра", "Dombyra"],
    ["Тұлпар", "Тулпар", "Tulpar"],
    ["Аққу", "Акку", "Akku"],
];

/// Ends of surnames.
pub(super) const SURNAME_ENDS: [Said; 3] = [
    ["баев", "баев", "bayev"],
    ["беков", "беков", "bekov"],
    ["ханов", "ханов", "khanov"],
];

/// Words that companies are called by.
pub(super) const BRANDS: [Said; 16] = [
    ["Құрылыс", "Курылыс", "Kurylys"],
    ["Шапағат", "Шапагат", "Shapagat"],
    ["Береке", "Береке", "Bereke"],
    ["Астық", "Астык", "Astyk"],
    ["Мирас", "Мирас", "Miras"],
    ["Керуен", "Керуен", "Keruen"],
    ["Тұлпар", "Тулпар", "Tulpar"],
    ["Зерек", "Зерек", "Zerek"],
    ["Жомарт", "Жомарт", "Zhomart"],
    ["Өнеркәсіп", "Онеркасип", "Onerkasip"],
    ["Болашақ", "Болашак", "Bolashak"],
    ["Дидар", "Дидар", "Didar"],
    ["Асыл", "Асыл", "Asyl"],
    ["Ынтымақ", "Ынтымак", "Yntymak"],
    ["Отырар", "Отырар", "Otyrar"],
    ["Парасат", "Парасат", "Parasat"],
];

/// When something happened.
pub(super) const WHEN: [Said; 10] = [
    ["Көктемде", "Весной", "In spring"],
    ["Жазда", "Летом", "In summer"],
    ["Күз түсе", "С приходом осени", "As autumn came"],
    ["Қыста", "Зимой", "In winter"],
    ["Алғашқы жылы", "В первый год", "In the first year"],
    ["Кейінірек", "Позже", "Later on"],
    ["Мереке күні", "В день праздника", "On the day of the feast"],
    ["Бір айдан соң", "Через месяц", "A month later"],
    [
        "Жұмыс аяқталғанда",
        "Когда работы завершились",
        "When the work was done",
    ],
    [
        "Ауыл жиынынан кейін",
        "После сельского схода",
        "After the village meeting",
    ],
];

/// Who did it: many people.
pub(super) const WHO: [Said; 10] = [
    ["ауыл тұрғындары", "жители села", "the villagers"],
    ["жергілікті шеберлер", "местные мастера", "local craftsmen"],
    [
        "мектеп түлектері",
        "выпускники школы",
        "former pupils of the school",
    ],
    ["көршілер", "соседи", "the neighbours"],
    ["жас отбасылар", "молодые семьи", "young families"],
    [
        "ардагерлер кеңесі",
        "члены совета ветеранов",
        "members of the veterans’ council",
    ],
    [
        "мұғалімдер мен оқушылар",
        "учителя и ученики",
        "teachers and pupils",
    ],
    ["құрылысшылар", "строители", "the builders"],
    ["еріктілер", "волонтёры", "volunteers"],
    ["кәсіпкерлер", "предприниматели", "the entrepreneurs"],
];

/// What they did.
pub(super) const DID: [Said; 12] = [
    [
        "жаңа ғимараттың айналасына ағаш отырғызды",
        "посадили деревья вокруг нового здания",
        "planted trees around the new building",
    ],
    [
        "жиһазды өз қолдарымен орнатты",
        "сами собрали мебель",
        "put the furniture together themselves",
    ],
    [
        "балаларға мереке өткізді",
        "устроили праздник для детей",
        "held a feast for the children",
    ],
    [
        "жөндеу жұмысының сапасын тексерді",
        "проверили качество ремонта",
        "looked into the quality of the repairs",
    ],
    [
        "көшеге жарық шамдарын ілді",
        "повесили на улице фонари",
        "hung lamps along the street",
    ],
    [
        "қажетті құрал-жабдықты жеткізді",
        "привезли нужное оборудование",
        "brought the equipment that was needed",
    ],
    [
        "ескі терезелерді жаңасына ауыстырды",
        "заменили старые окна новыми",
        "replaced the old windows with new ones",
    ],
    [
        "ауланы тас төсеп, тегістеді",
        "выровняли и замостили двор",
        "levelled the yard and paved it",
    ],
    [
        "су құбырын үйлерге дейін тартты",
        "подвели водопровод к домам",
        "laid the water pipe up to the houses",
    ],
    [
        "істелген жұмыс туралы есеп берді",
        "отчитались о сделанном",
        "gave an account of what had been done",
    ],
    [
        "алғашқы қонақтарды шаймен қарсы алды",
        "встретили первых гостей чаем",
        "met the first guests with tea",
    ],
    [
        "келесі жылға жоспар құрды",
        "составили план на следующий год",
        "made plans for the year to come",
    ],
];

/// Headings of sections.
pub(super) const HEADINGS: [Said; 8] = [
    ["Бәрі қалай басталды", "Как всё началось", "How it began"],
    ["Не істелді", "Что сделано", "What was done"],
    ["Кім көмектесті", "Кто помог", "Who helped"],
    ["Қаражат", "Средства", "The money"],
    ["Енді не болады", "Что дальше", "What comes next"],
    [
        "Ауылға не берді",
        "Что это дало селу",
        "What it gave the village",
    ],
    ["Күнделікті өмір", "Повседневная жизнь", "Daily life"],
    ["Құрылыс барысы", "Ход строительства", "How it was built"],
];

/// Rows of tables: what is measured, and its unit.
pub(super) const MEASURES: [(Said, Said); 6] = [
    (
        ["Ауданы", "Площадь", "Area"],
        ["шаршы метр", "квадратных метров", "square metres"],
    ),
    (
        ["Орын саны", "Число мест", "Places"],
        ["орын", "мест", "places"],
    ),
    (
        ["Жұмысшылар", "Рабочие", "Workers"],
        ["адам", "человек", "people"],
    ),
    (["Мерзімі", "Срок", "Time"], ["ай", "месяцев", "months"]),
    (
        ["Отырғызылған ағаш", "Посажено деревьев", "Trees planted"],
        ["түп", "штук", "trees"],
    ),
    (["Шамдар", "Фонари", "Lamps"], ["дана", "штук", "lamps"]),
];

/// Heads of those tables.
pub(super) const TABLE_HEAD: [Said; 3] = [
    ["Көрсеткіш", "Показатель", "Measure"],
    ["Саны", "Число", "Number"],
    ["Бірлігі", "Единица", "Unit"],
];

/// Things that are given instead of money.
pub(super) const THINGS: [Said; 6] = [
    [
        "40 парта мен 80 орындық",
        "40 парт и 80 стульев",
        "40 desks and 80 chairs",
    ],
    ["Автобус", "Автобус", "A bus"],
    ["500 түп көшет", "500 саженцев", "500 saplings"],
    [
        "Кітапханаға 1200 кітап",
        "1200 книг для библиотеки",
        "1,200 books for the library",
    ],
    [
        "Музыкалық аспаптар",
        "Музыкальные инструменты",
        "Musical instruments",
    ],
    [
        "Құрылыс материалдары",
        "Строительные материалы",
        "Building materials",
    ],
];

/// What gifts are for that belong to no project.
pub(super) const PURPOSES: [Said; 6] = [
    [
        "Оқушыларға мектеп формасы",
        "Школьная форма для учеников",
        "School uniforms for pupils",
    ],
    [
        "Ардагерлерге отын",
        "Топливо для ветеранов",
        "Fuel for veterans",
    ],
    [
        "Студенттерге шәкіртақы",
        "Стипендии студентам",
        "Scholarships for students",
    ],
    [
        "Ауыл спартакиадасы",
        "Сельская спартакиада",
        "Village games",
    ],
    [
        "Су тасқынынан зардап шеккендерге көмек",
        "Помощь пострадавшим от паводка",
        "Help for those hit by the flood",
    ],
    [
        "Мешіттің төбесін жөндеу",
        "Ремонт крыши мечети",
        "Repairs to the roof of the mosque",
    ],
];

/// The alternative text of a picture, and its caption.
pub(super) const PICTURE: (Said, Said) = (
    [
        "Сурет: төбе, күн, төбе етегіндегі үй",
        "Рисунок: холм, солнце и дом у подножия",
        "A drawing: a hill, the sun, and a house at the foot of the hill",
    ],
    ["Шартты сурет", "Условный рисунок", "An invented view"],
);
