# Бағдарлама редакторларға қазақша не айтады. Әр кодқа бір хабарлама; `.help` орнына не жазу керегін айтады.
# $kind, $record, $expected, $found — осы файлдың соңындағы сөздер. Оларға жалғау жалғанбайды: сөйлем атау септігіне бейімделген.

unreadable = Бұл файлды оқу мүмкін болмады: { $reason ->
        [no-permission] ашуға рұқсат жоқ
        [vanished] файл енді жоқ
       *[other] { $reason }
    }
not-utf8 = Бұл файл UTF-8 кодтауымен сақталмаған; кодтауы { $encoding } сияқты
    .help = Файлды «UTF-8» кодтауын таңдап, қайта сақтаңыз.
control-character = Мұнда көзге көрінбейтін таңба тұр: { $character }
    .help = Таңбаны өшіріп, мәтінді қайта теріңіз.
too-large = Бұл файл тым үлкен: { $size }, ал оқуға болатыны — ең көбі { $limit }
    .help = Файлды бірнеше файлға бөліңіз.
not-a-file = { $what ->
        [link-outside] Бұл сілтеме сайт қалтасының сыртына апарады
        [link-nowhere] Бұл сілтеме ешқайда апармайды
        [link-circle] Бұл сілтеме өзі тұрған қалтаға қайта апарады
        [link-in-link] Қалтаға апаратын бұл сілтеме сілтеме арқылы ашылған қалтада тұр
        [pipe] Бұл — файл емес, арна (pipe)
        [socket] Бұл — файл емес, сокет
        [device] Бұл — файл емес, құрылғы
        [folder] Бұл — қалта, ал мұнда файл керек
        [not-a-folder] Бұл — файл, ал мұнда қалта керек
       *[other] Бұл — осы сайттың файлы да, қалтасы да емес
    }
    .help = { $what ->
        [folder] Қалтаның атын өзгертіп, мұнда файлды салыңыз.
        [not-a-folder] Файлдың атын өзгертіп, осы атпен қалта жасаңыз.
       *[other] Файлдың өзін осында салыңыз.
    }
file-name = Файлдың аты жарамайды: { $name }
    .help = Файлдың атын өзгертіңіз: әріптер, цифрлар, «-» және «.» жеткілікті.
unknown-file = Бұл файл қолданылмайды: орны немесе аты сайтқа таныс емес
    .help = Мәтіндер «name.kk.md», «name.ru.md» немесе «name.en.md» деп аталады, орны — projects, news немесе pages; жазбалары бар файлдың аты «.yaml» деп аяқталады.
no-site = Мұнда site.toml файлы жоқ
    .help = Сайттың қалтасына өтіңіз немесе оны --root арқылы көрсетіңіз.
toml = Бұл баптауларды оқу мүмкін болмады: { $reason }
    .help = Әр баптау бір жолда тұрады: name = "мәтін". Тырнақшаларды, жақшаларды және «=» белгісін тексеріңіз.
stray-file = Бұл файл ешбір мәтінде қолданылмаған, сондықтан жарияланбайды
    .help = Мәтінге ![суретте не бар](файлдың аты) деп қосыңыз немесе файлды өшіріңіз. Жүктеп алуға арналған файлдардың орны — content/static.
too-many-mistakes = Бұл файлда { $limit } қатеден көп қате бар; қалғандары көрсетілмеді
    .help = Алдымен осыларды түзетіп, содан кейін қайта тексеріңіз. Көбіне барлық жолда бір ғана қате қайталанады.

yaml = { $reason ->
        [colon] Бұл жолды оқу мүмкін болмады: тырнақшасыз мәтінде «:» тұр немесе жоғарғы жол аяқталмаған
        [indent] Бұл жолдың шегінісі өзіне қатысты жолдардың шегінісімен бірдей емес
        [sign] Мән мұндай белгіден, ал жол Tab белгісінен басталмайды
        [quote] Осы жерден басталған мәтіннің жабатын тырнақшасы жоқ
        [bracket] Жақша жабылмаған немесе осы жердің алдында үтір жетіспейді
        [alias] Мұндағы «*» белгісі сілтемені білдіреді, бірақ ол ешқайда апармайды
        [repetition] «*» белгісі бар сілтемелер бірін-бірі тым көп қайталайды
        [documents] Осы жерден екінші құжат басталады, ал бір файлда бір ғана құжат болады
        [depth] Мұнда бірінің ішінде бірі тұрған мәндер тым көп
        [key] Өрістің аты жай сөз болуы керек
        [letter] YAML-да мұндай таңбаға рұқсат жоқ
       *[other] Мұны YAML ретінде оқу мүмкін болмады
    }
    .help = { $reason ->
        [colon] Мәтінді түгелдей тік тырнақшаға алыңыз: title: "Мектеп: жаңа ғимарат".
        [indent] Жолдың басындағы бос орындар саны көрші жолдардағымен бірдей болсын.
        [sign] Tab орнына бос орын қойыңыз, ал мәтінді "…" түріндегі тік тырнақшаға алыңыз.
        [quote] Мәтіннің соңына да сондай тырнақша қойыңыз.
        [bracket] Жақшаны жауып, мәндердің арасына үтір қойыңыз.
        [letter] Бұл таңбаны өшіріңіз: көбіне ол көзге көрінбейді. Содан кейін жанындағы сөздерді қайта теріңіз.
       *[other] Жол басындағы бос орындарды тексеріңіз, ал ішінде «:» немесе «#» бар мәтінді "…" түріндегі тік тырнақшаға алыңыз.
    }
unknown-field = { $record }: «{ $field }» деген өріс жоқ
missing-field = { $record }: «{ $field }» өрісі жетіспейді
    .help = «{ $field }: …» деген жол қосыңыз.
repeated-field = «{ $field }» өрісі мұнда екі рет тұр
    .help = Екі жолдың біреуін ғана қалдырыңыз.
    .other = алғашқысы осында
wrong-type = Мұнда керегі — { $expected }, ал тұрғаны — { $found }
empty-value = Мұнда ештеңе жазылмаған
    .help = Мәнін жазыңыз немесе жолды өшіріңіз.
bad-id = «{ $value }» id ретінде жарамайды
    .help = Мұнда тек кіші латын әріптері, цифрлар және сөз арасында жалғыз дефис болады, барлығы { $limit } таңбадан аспайды: «almaty-region».
bad-amount = «{ $value }» сомасы жарамайды: { $reason ->
        [zero] сома нөлден үлкен болып, нөлден басталмауы керек
        [too-large] ол { $limit } теңгеден асады
        [grouping] цифрлар үш-үштен бөлінеді, барлық топтың арасында бірдей белгі тұрады
       *[not-digits] сома бүтін теңгемен, тек цифрлармен жазылады
    }
    .help = Бүтін теңгені цифрлармен жазыңыз: 5000000 немесе 5 000 000.
bad-date = «{ $value }» күн ретінде жарамайды{ $reason ->
        [unreal] : күнтізбеде ондай күн жоқ
        [year] : мұнда төрт цифрмен жазылған жыл керек
       *[form] {""}
    }
    .help = Былай жазыңыз: 2018-06-19, 2018-06 немесе 2018.
unknown-value = «{ $value }» деген мән мұнда жарамайды
    .help = Мыналарды жазуға болады: { $known }.
bad-url = «{ $value }» — интернеттегі мекенжай емес
    .help = Мекенжайды толық жазыңыз: https://example.kz/page
out-of-range = { $value } саны рұқсат етілген шектен тыс
    .help = Ең азы — { $least }, ең көбі — { $most }.
missing-language = Бұл мәтіннің «{ $lang }» тіліндегі нұсқасы жоқ
    .help = Осында «{ $lang }: …» деп қосыңыз.
yaml-tag = Мұнда «!» белгісінен басталатын сөздер қолданылмайды
    .help = Мәтінді "…" түріндегі тік тырнақшаға алыңыз.
front-matter = Файлдың басындағы мәліметтер екі «---» жолының арасында тұруы керек
    .help = Файлды «---» жолынан бастаңыз, одан кейін «title: …», содан соң тағы бір «---» жолы тұрсын.
too-deep = Мұнда бірінің ішінде бірі тұрған жақшалар тым көп
bad-form = Мұнда керегі — { $expected }
too-many = Бұл файлды оқуға болмайды: ондағы { $what ->
        [marks] жолдар, сілтемелер және Markdown-ның басқа белгілері
       *[values] мәндер
    } саны { $limit } шегінен асады
    .help = Файлды бірнеше файлға бөліңіз: қалтадағы файлдардың бәрі оқылады.
cannot-accept = «{ $value }» кодын қабылдауға болмайды: { $reason ->
        [error] бұл ескерту емес, қате
        [needless] артық «accept» жай ғана өшіріледі
       *[unknown] ондай код жоқ
    }
    .help = { $reason ->
        [error] Қатенің өзін түзетіңіз: «accept» тек ескертулерге арналған.
        [needless] Ескерту көрсеткен жолды өшіріңіз.
       *[unknown] Кодты ескертудің өзінен алыңыз: T0219.
    }
needless-acceptance = Мұнда { $value } ескертуі енді жоқ, қабылдайтын ештеңе қалмаған
    .help = Бұл жолды өшіріңіз. Ескерту әлі шықса, ол басқа жерге қатысты: «accept» өрісін сонда көшіріңіз.

duplicate-id = «{ $id }» деген id екі рет қолданылған ({ $kind })
    .help = Екі жазбаның біріне басқа id беріңіз.
    .other = алғашқысы осында
unknown-id = «{ $id }» деген id табылмады ({ $kind })
duplicate-address = Екі беттің немесе файлдың мекенжайы бірдей: «{ $address }»
    .help = Біреуіне басқа slug немесе басқа ат беріңіз.
    .other = екіншісі осында
reserved-slug = «{ $id }» сайттың өз мекенжайларында қолданылады, сондықтан беттің мекенжайы бола алмайды
    .help = Басқа мекенжай қосыңыз: «slug: …».
cycle = Тұйық шеңбер: тізбек «{ $id }» жазбасынан басталып, қайтадан соған келеді
    .help = Шеңбердегі жазбалардың біреуінен осы жолды өшіріңіз.
fact-differs = «{ $field }» өрісі екі рет және екі түрлі көрсетілген
    .help = Мұндай мәліметті бір тілдің файлында ғана көрсетіңіз немесе барлығында бірдей жазыңыз.
    .other = мұнда басқаша
completed-without-date = Жоба аяқталған, бірақ аяқталған күні көрсетілмеген
    .help = «completed: 2018-06-19» деген жол қосыңыз немесе жылын ғана жазыңыз.
date-without-completed = Аяқталған күні көрсетілген, ал жобаның мәртебесі — «{ $status }»
    .help = «status: completed» деп жазыңыз немесе күнін өшіріңіз.
    .other = мәртебесі осында
date-order = Күндердің реті шатасқан: басы — { $earlier }, соңы — { $later }
    .other = екінші күн осында
region-outside-years = { $when ->
        [after] Ол кезде ({ $date }) «{ $region }» өңірі енді жоқ еді
       *[before] Ол кезде ({ $date }) «{ $region }» өңірі әлі жоқ еді
    }
    .help = { $neighbours ->
        [none] Күні мен өңірін тексеріңіз.
       *[other] Бұл күнге сай келетін өңір: { $neighbours }.
    }
real-names-sample = Нақты жазбада үлгі көрсетілген: «{ $id }» ({ $kind })
    .help = Бұл жазбаға да «sample: true» қосыңыз немесе мұнда нақты жазбаны көрсетіңіз.
sample-forbidden = «{ $id }» — үлгі жазба, ал мұнда үлгі жазбаларға рұқсат жоқ
    .help = Жазбаны өшіріңіз немесе үлгі жазбаларға рұқсат беріңіз: site.toml файлында samples = "show".
consent-missing = Бұл адамның атын жариялауға бола ма, жоқ па — көрсетілмеген
    .help = «consent: public» (болады) немесе «consent: anonymous» (болмайды) деп қосыңыз.
link-to-anonymous = «{ $id }» деген меценаттың аты жарияланбайды: оны атауға, оған сілтеме қоюға, ол туралы мәтін жариялауға болмайды
    .help = «Атын жария етпеуді қалаған меценат» деп сілтемесіз жазыңыз.
amount-missing = Жарнаның сомасы көрсетілмеген
    .help = «amount: 5000000» деп қосыңыз немесе не берілгенін «in_kind» өрісінде айтыңыз.
giver-missing = Жарнада екі өрістің біреуі ғана болуы керек: «patron» немесе «patrons»
    .help = Бір меценат берсе — «patron: id», бірнешеуі бірлесіп берсе — «patrons: [id, id]».
giver-twice = «{ $id }» мұнда екі рет тұр
    .help = Біреуін өшіріңіз.
translation-required = «{ $id }»: міндетті «{ $lang }» тіліндегі мәтіні жоқ
    .help = Осы тілдегі файлды қосыңыз.
figure-contradicts = Бөліністегі сандарды қосқанда { $sum } шығады, ал хабарланғаны — { $reported }
    .help = Дереккөзбен салыстырыңыз. Солай хабарланған болса, оқырман ескертпені көреді, ал ескертуді қабылдаңыз: «accept: [{"{"}warning: T0219, why: …{"}"}]».
part-larger-than-whole = «{ $id }» өзі кіретін жалпы саннан үлкен
    .help = Дереккөзбен салыстырыңыз. Солай хабарланған болса, оқырман ескертпені көреді, ал ескертуді қабылдаңыз: «accept: [{"{"}warning: T0220, why: …{"}"}]».
prose-without-record = Бұл мәтінге сәйкес «{ $id }» деген id табылмады ({ $kind })
    .help = Файлдың аты жазбаның id мәнімен бірдей болсын.
members-of-no-group = Мүшелер саны тек топ үшін көрсетіледі
    .help = Бұл жолды өшіріңіз немесе «kind: group» деп жазыңыз.
unknown-district = «{ $region }» өңірінде «{ $id }» деген аудан жоқ
district-without-region = Ауданмен бірге оның өңірі де көрсетілуі керек
    .help = Өңірін қосыңыз.
name-leaks = «{ $page }» бетінде { $what ->
        [id] аты жарияланбайтын меценаттың id мәні тұр: «{ $id }»
       *[name] аты жарияланбауы керек меценаттың аты тұр: «{ $id }»
    }{ $others ->
        [none] {""}
       *[other] {" "}(тағы { $others } файлда да бар)
    }
    .help = { $what ->
        [id] Мәтіннен id мәнін алып тастаңыз немесе меценатқа басқа еш жерде кездеспейтін id беріңіз: «p-7c41».
       *[name] Мәтіннен атын алып тастаңыз: «атын жария етпеуді қалаған меценат». Егер бұл — аттас басқа адам болса, осы жерге жазыңыз: «accept: [{"{"}warning: T0225, why: …{"}"}]».
    }
    .other = бұл меценаттың аты жарияланбайды
name-in-part = «{ $page }» бетінде аты жарияланбауы керек меценат «{ $id }» аталған болуы мүмкін: тегі немесе әкесінің атымен бірге есімі тұр{ $others ->
        [none] {""}
        *[other] {" "}(басқа файлдарда да бар: { $others })
    }
    .help = Егер бұл — сол меценат болса, мәтіннен атын алып тастаңыз: «атын жария етпеуді қалаған меценат». Егер басқа адам болса, оның есімін де жазыңыз.
    .other = бұл меценаттың аты жарияланбайды
telling-id = Аты жарияланбайтын меценатты «{ $id }» деген id арқылы тануға болады: бұл — { $reason ->
        [name] оның атының бөлігі
       *[word] кәдімгі сөз
    }
    .help = Меценатқа ештеңе білдірмейтін id беріңіз: «p-7c41». Оны жарналарда да түзетіңіз.
gift-before-since = Жарнаның күні — { $date }, ал меценат { $since } жылдан бері көмектеседі
    .help = Жарнаның күнін немесе меценат жазбасындағы «since» өрісін түзетіңіз.
    .other = алғашқы жыл осында
same-patron = «{ $id }» мен «{ $other }» деген меценаттардың аттары бірдей дерлік
    .help = Егер бұл бір меценат болса, бір жазбаны қалдырып, барлық жарна мен марапатта соның id мәнін жазыңыз. Екі бөлек меценат болса, ескертуді қабылдаңыз: «accept: [{"{"}warning: T0228, why: …{"}"}]».
    .other = екіншісі осында
unused-patron = «{ $id }» деген меценат бірде-бір жарнада, марапатта немесе мәтінде аталмаған
    .help = Жарнасын қосыңыз немесе жазбаны өшіріңіз.
cannot-look = Бұл файлда аты жарияланбайтын меценаттардың аты бар-жоғын тексеру мүмкін емес
    .help = Онда олардың аты жоқ екеніне көз жеткізіңіз. Мәтін, PDF, DOCX, XLSX және ODT файлдары құпиясөзсіз болса, тексеріледі.
private-metadata = Файлда көрінбейтін мәлімет бар:{ $place ->
        [no] {""}
       *[first] {" "}түсірілген жердің координаттары
    }{ $author ->
        [no] {""}
        [first] {" "}авторының аты
       *[more] , авторының аты
    }{ $camera ->
        [no] {""}
        [first] {" "}камераның үлгісі
       *[more] , камераның үлгісі
    }{ $serial ->
        [no] {""}
        [first] {" "}сериялық нөмір
       *[more] , сериялық нөмір
    }
    .help = Оқырманға керек болмаса, файлды метадеректерсіз қайта сақтаңыз.

raw-html = HTML жай мәтін болып көрсетіледі: { $html }
    .help = Оның орнына Markdown қолданыңыз немесе тегтерді өшіріңіз.
link-scheme = Мұндай сілтемелерге рұқсат жоқ: { $url }
    .help = Сілтеме мыналардың бірінен басталуы керек: https://, http://, mailto:, tel:, / немесе @.
bad-link = Бұл сілтеме ешқайда апармайды: { $link }
    .help = { $hint ->
        [none] Жазбаға сілтеме былай жазылады: @project/id. Интернеттегі беттің мекенжайын толық жазыңыз.
       *[other] Былай жазыңыз: { $hint }
    }
bad-query = { $reason ->
        [missing] Мұнда «{ $key }» жетіспейді
        [unknown-value] «{ $key }» деген мән мұнда жарамайды
       *[unknown-key] «{ $key }» дегенді мұнда көрсетуге болмайды
    }
no-alt = «{ $file }» суретінің оны көрмейтін адамдарға арналған сипаттамасы жоқ
    .help = Суретте не бар екенін бірер сөзбен айтыңыз: ![жаңа спортзалдағы балалар](gym.jpg)
no-picture = Бұл мәтіннің жанында «{ $file }» суреті жоқ
    .help = Файлды сол қалтаға салыңыз немесе атын түзетіңіз.
dead-link = Бұл сайтта «{ $url }» мекенжайы жоқ
dead-anchor = Ол бетте «{ $anchor }» деген тақырыпша жоқ
drawing-in-text = Диаграмма, кесте немесе карта бөлек абзацта тұруы керек
    .help = Алдына да, артына да бос жол қалдырыңыз.
mixed-scripts = «{ $word }» деген сөзде әріптер араласып кеткен: { $script ->
        [latin] «{ $letters }» — латын әріптері, қалғаны — кирилл
       *[cyrillic] «{ $letters }» — кирилл әріптері, қалғаны — латын
    }
    .help = Олар бір-біріне ұқсайды, бірақ іздеу мұндай сөзді таппайды. Сөзді пернетақта тілін ауыстырмай қайта теріңіз.
unseen-character = { $what ->
        [direction] Мұнда мәтіннің бағытын өзгертетін таңба тұр: { $letter }
       *[invisible] Мұнда көзге көрінбейтін таңба тұр: { $letter }
    }
    .help = Оны өшіріп, сөзді қайта теріңіз: іздеу мұндай сөзді таппайды.
heavy-picture = Бұл суреттің көлемі — { $size }; { $limit } көлемінен асса, тым ұзақ жүктеледі
    .help = Оны кішірейтіңіз: ұзын қабырғасы 2000 пиксель болса жеткілікті.
wrong-language = Бұл мәтін { $lang ->
        [kk] қазақ тілінде
        [ru] орыс тілінде
       *[en] ағылшын тілінде
    } болуы керек, ал өзі { $seems ->
        [kk] қазақ тілінде
        [ru] орыс тілінде
        [cyrillic] қазақ немесе орыс тілінде
       *[en] ағылшын тілінде
    } жазылған сияқты
    .help = Мұнда аудармасын қойыңыз немесе файл атындағы тілді түзетіңіз.

no-theme = «{ $theme }» деген безендіру тақырыбы жоқ
    .help = Безендіру тақырыбы — themes/ ішіндегі theme.toml файлы бар қалта.
template = Бұл шаблонды қолдануға болмайды: { $reason }
message-file = Бұл хабарламаны қолдануға болмайды: { $reason }
render = { $page } бетін құрастыру мүмкін болмады: { $reason }
theme-circle = «{ $theme }» безендіру тақырыбы өзіне-өзі негізделген
message-missing = «{ $lang }» тілінде «{ $id }» хабарламасы жоқ
    .help = Оны осы тілдің файлдарына қосыңыз.
message-forgets = «{ $id }» хабарламасында «${ $variable }» айнымалысы жоқ, ал «{ $lang }» тілінде бар
    .other = мұнда бар
message-invents = «{ $id }» хабарламасында «${ $variable }» айнымалысы бар, ал «{ $lang }» тілінде жоқ
    .other = мұнда жоқ
message-twice = «{ $id }» хабарламасы бұл тілде екі рет жазылған
    .other = бірінші рет осында
message-unused = «{ $id }» хабарламасы еш жерде көрсетілмейді
    .help = Оны барлық тілде өшіріңіз немесе атауын тексеріңіз.
message-unknown = «{ $id }» деген хабарлама жоқ
message-not-literal = Шаблонда хабарлама тырнақшадағы өз атауымен аталады
    .help = t(id="атауы") деп жазыңыз, ал таңдауды хабарламаның ішінде жасаңыз.
message-not-given = «{ $id }» хабарламасына «{ $variable }» айнымалысы керек, ал мұнда ол берілмеген
message-lacking = Безендіру тақырыбында «{ $id }» хабарламасы жоқ, ал ол бағдарламаға керек
    .help = Оны әр тілде қосыңыз: тақырыптың locales/ қалтасына немесе content/locales/ ішіне.
translation-of-nothing = Бұл мәтін аударылған болуы мүмкін «{ $lang }» тіліндегі мәтін жоқ
    .help = Түпнұсқаның тілін көрсетіңіз немесе «source» өрісін алып тастаңыз.

sums-differ = Сомалар сәйкес келмейді ({ $axis }): қосындысы — { $sum }, ал барлығы — { $whole }. Бұл — мазмұнның емес, бағдарламаның қатесі

# Outlines
no-outlines = content/ ішінде «{ $file }» деген пішіндер файлы жоқ
    .help = Осы сайттың аты .geojson деп аяқталатын файлын көрсетіңіз: outlines = "content/outlines.geojson".
outline-json = Бұл — JSON емес: жазылуы осы жерде бұзылған
    .help = Файлды қайта шығарып алыңыз; қолмен түзетпеңіз.
outline-form = { $reason ->
        [not-a-collection] Пішіндер GeoJSON пішіміндегі «FeatureCollection» болуы керек, ал мұнда басқа нәрсе тұр
        [no-feature] Бұл — GeoJSON нысаны (feature) емес
        [no-id] Бұл пішіннің қай өңірдікі екені айтылмаған
        [no-polygon] Өңірдің пішіні «Polygon» немесе «MultiPolygon» болуы керек
       *[no-rings] Бұл пішіннің координаталары тұйық сақина құрамайды
    }
    .help = { $reason ->
        [no-id] Өңірдің id-ін қасиеттеріне қосыңыз: "properties": {"{"}"id": "abai"{"}"}.
       *[other] Өңірлерді GeoJSON (WGS 84) пішіміндегі полигондар ретінде шығарып алыңыз.
    }
outline-range = Жер шарында мұндай нүкте жоқ
    .help = Нүкте — градуспен берілген [бойлық, ендік]: [71.4, 51.1].
outline-missing = «{ $id }» өңірінің пішіні жоқ: ол карталарға түспейді
    .help = Файлға оның пішінін қосыңыз немесе site.toml ішінен «outlines» жолын алып тастаңыз.

did-you-mean = Мүмкін, { $names } шығар?
severity-error = қате
severity-warning = ескерту
summary-errors = { $errors } қате
summary-warnings = { $warnings } ескерту
summary-hidden = тағы { $hidden } хабарлама көрсетілмеді
repeated = дәл осы тағы { $times } жерде кездеседі
list-or = немесе

word-site = сайттың баптаулары
word-theme = безендіру тақырыбы
word-region = өңір
word-population = халық саны
word-district = аудан
word-direction = бағыт
word-object-kind = нысан түрі
word-object = нысан түрі
word-patron = меценат
word-own-contribution = меценаттың өз жарнасы
word-contribution = жарна
word-award = марапат
word-category = санат
word-recipient = лауреат
word-figure = ресми хабарланған сан
word-breakdown = бөліністің бір жолы («object», «direction», «label» өрістерінің бірімен)
word-source = дереккөз
word-write-up = мәтін
word-project = жоба
word-news = жаңалық
word-page = бет
word-acceptance = қабылданған ескерту
word-file-acceptance = файлға қатысты қабылданған ескерту
word-translation-source = аударманың түпнұсқасы
word-image = сурет
word-portrait = меценат немесе өңір туралы мәтін
word-localised = бірнеше тілдегі мәтін {"{"}kk: …, ru: …, en: …{"}"}
word-text = мәтін
word-number = сан
word-amount = сома
word-date = күні (мысалы, 2018-06-19)
word-list = тізім
word-fields = өрістер тобы
word-yes-or-no = «true» немесе «false»
word-nothing = бос мән
word-cell = карта ұяшығы [баған, жол]
word-location = орынның координаттары [ендік, бойлық]
word-picture = мәтіннің жанындағы суреттің аты (jpg, png, webp, avif немесе gif)
word-alias = бұрынғы slug немесе «/» белгісінен басталатын бұрынғы мекенжай

quoted = «{ $name }»
write = Былай жазыңыз: { $text }
lookalike = Мұқият қараңыз: { $letters }
lookalike-letter = { $kind ->
        [cyrillic] «{ $letter }» — латын әріптерінің арасындағы кирилл әрпі ({ $code })
        [latin] «{ $letter }» — кирилл әріптерінің арасындағы латын әрпі ({ $code })
        [invisible] мұнда көзге көрінбейтін таңба бар ({ $code })
        [direction] мұнда мәтіннің бағытын өзгертетін таңба бар ({ $code })
       *[space] мұнда ерекше бос орын тұр ({ $code })
    }

# Командалардың өзі не айтады.
cli-error = қате: { $text }
cli-done = { $what ->
        [built] Құрастырылды
       *[checked] Тексерілді
    }: { cli-records }, { cli-languages }, { cli-pages }; нақты берілгені — барлығы { $amount }; { summary-warnings }{ cli-done-accepted }; { $time }
cli-pages = { $pages } бет
cli-languages = { $languages } тіл
cli-records = { $records } жазба
cli-accepted = { $place }: { $code } қабылданды: { $why }
cli-done-accepted = { $accepted ->
        [0] {""}
       *[other] ; қабылданғаны — { $accepted } ескерту
    }
cli-in = { $line }; қалтасы: { $out }
cli-nothing-written = Ештеңе жазылған жоқ: { $out } өзгермеді
cli-no-folder = { $path } деген қалта жоқ
cli-milliseconds = { $time } мс
cli-seconds = { $whole },{ $tenth } с
cli-step-prepare = оқу, талдау, байланыстыру, қосу, жоспарлау
cli-step-inspect = мұқият қарап шығу
cli-step-render = беттерді құрастыру
cli-step-write = беттерді құрастыру және жазу
cli-step-replace = бұрынғы сайтты алмастыру

cli-not-ours = { $path } қалтасында осы бағдарлама жасамаған файлдар бар; басқа қалта көрсетіңіз немесе осы қалтаны босатыңыз
cli-not-a-folder = { $path } — қалта емес, файл немесе сілтеме; басқа қалта көрсетіңіз
cli-holds-site = сайтқа арналған { $path } қалтасы материалдар тұрған { $other } қалтасын алмастырар еді; басқа қалта көрсетіңіз
cli-inside-site = сайтқа арналған { $path } қалтасы материалдар оқылатын { $other } ішінде тұр; басқа қалта көрсетіңіз
cli-bad-path = сайттың файлына мұндай жол жарамайды: { $path }
cli-taken = сайттың екі файлына бір орын керек: { $path }
cli-old-stays = жаңа сайт орнында, бірақ { $path } өшірілмеді: { $reason }
cli-disk = { $doing ->
        [find] табылмады
        [look-into] қалтаның ішін қарау мүмкін болмады
        [make] қалта жасау мүмкін болмады
        [remove] өшіру мүмкін болмады
        [move] жылжыту мүмкін болмады
        [write] жазу мүмкін болмады
        [read] оқу мүмкін болмады
        [copy] көшіру мүмкін болмады
       *[other] диск қабылдамады
    }: { $path }: { $reason }
cli-reason-permission = рұқсат жоқ
cli-reason-missing = мұндай файл немесе қалта жоқ
cli-reason-not-a-folder = осы қалталардың бірінің орнында файл тұр
cli-reason-full = дискіде орын қалмады
cli-reason-quota = дискідегі сізге бөлінген орын таусылды
cli-reason-read-only = дискіге жазуға болмайды
cli-reason-name = аты тым ұзын

explain-unknown = { $code } деген код жоқ
explain-wrong = Дұрыс емес:
explain-right = Дұрыс:
explain-more = «tagzym explain T0103» командасы кодтың мағынасын түсіндіріп, мысал көрсетеді.
cli-schema-settings = site.toml оқылмайды; себебін «tagzym check» айтады
cli-schemas = { $count } схема жазылды: { $path }

translations-no-language = сайтта «{ $lang }» тілі жоқ
translations-none = Барлық мәтін аударылған, ескірген аударма жоқ
translations-kind = { $kind ->
        [projects] жобалар
        [news] жаңалықтар
        [pages] беттер
        [region-texts] өңірлер туралы мәтіндер
        [patron-texts] меценаттар туралы мәтіндер
        [site] сайт
        [regions] өңірлер
        [directions] бағыттар
        [objects] нысан түрлері
        [patrons] меценаттар
        [awards] марапаттар
       *[figures] ресми хабарланған сандар
    }
translations-language = { $lang ->
        [ru] Орысша
        [en] Ағылшынша
       *[kk] Қазақша
    }
translations-state = { $state ->
        [complete] дайын
        [missing] жоқ
       *[stale] ескірген
    }
translations-todo = { $lang ->
        [ru] Орыс
        [en] Ағылшын
       *[kk] Қазақ
    } тіліне аударылатындар
translations-nowhere = Өңірі жоқ
translations-marked = { $file }: аударма «{ $lang }» тіліндегі қазіргі мәтінге сай деп белгіленді
translations-kept = { $file }: белгісі дұрыс
translations-refused = { $file }: { $why ->
        [not-there] сайтта мұндай файл жоқ
        [unreadable] файлды оқу не жазу мүмкін болмады
        [no-text] бұл жобаның, жаңалықтың не беттің мәтіні емес немесе онда қате бар
        [no-original] бұл аударылған болуы мүмкін басқа тіл жоқ
        [no-digest] «source» қолмен ғана өзгертуге болатындай жазылған
       *[flow] файлдың басы қолмен ғана өзгертуге болатындай жазылған
    }
preview-cannot = Бұл бетті құру мүмкін емес
preview-missing = Аударылмаған:
preview-show = аударылмағанын көрсету
cli-serve-open-host = назар аударыңыз: алдын ала көріністі, жоба нұсқалары мен хабарларды қоса, желідегілердің бәрі көреді
cli-serve-busy = { $port }-порт бос емес
cli-serve-at = Алдын ала көрініс: { $url }; аяқтау — Ctrl-C
cli-serve-changed = Өзгерді: { $what }{ $more ->
        [0] {""}
       *[other] {" "}және тағы { $more }
    }; { $took }
cli-serve-sound = Енді қате жоқ
cli-serve-stopped = Аяқталды
cli-serve-none = алдын ала көрініс іске қосылмады: { $reason }
cli-serve-no-browser = Браузерді ашу мүмкін болмады

# What libraries say of a file, in our words: the id is what they say in English.
reason-key-with-no-value = атаудан кейін «= мән» жоқ
reason-missing-assignment-between-key-value-pairs = атау мен мәннің арасында «=» белгісі жоқ
reason-missing-value = «=» белгісінен кейін мән жоқ
reason-missing-value-for-key = «=» белгісінен кейін мән жоқ
reason-missing-key-for-inline-table-element = мәннің алдында атау жоқ
reason-missing-comma-between-array-elements = екі мәннің арасында үтір жоқ
reason-missing-comma-between-key-value-pairs = екі мәннің арасында үтір жоқ
reason-extra-comma-in-inline-table = артық үтір тұр
reason-missing-opening-quote = ашатын тырнақша жоқ
reason-missing-closing-quote = жабатын тырнақша жоқ
reason-invalid-basic-string = мәтіннің соңында тырнақша жоқ
reason-string-values-must-be-quoted = мұнда мән керек: тырнақшадағы мәтін, сан немесе жақшадағы тізім
reason-duplicate-key = бұл атау екі рет тұр
reason-unclosed-array = «[» жақшасы жабылмаған
reason-unclosed-table = «[» жақшасы жабылмаған
reason-unclosed-array-table = «[» жақшасы жабылмаған
reason-unclosed-inline-table = «{"{"}» жақшасы жабылмаған
reason-invalid-unquoted-key = атауда тек латын әріптері, цифрлар, «-» және «_» болады
reason-unquoted-keys-cannot-be-empty = мұнда атау жоқ
reason-unexpected-key-or-value = мұнда ешбір баптауға жатпайтын нәрсе тұр
reason-unexpected-content = мұнда ешбір баптауға жатпайтын нәрсе тұр
reason-invalid-value = бұл — мән емес
reason-cannot-recurse-further-max-recursion-depth-met = бірінің ішінде бірі тұрған жақшалар тым көп
reason-expected-a-token-starting-with = мұнда «{ $word }» жетіспейді
reason-expected-one-of = мұнда { $word } белгілерінің бірі жетіспейді
reason-expected-a-message-field-for = «{ $word }» хабарламасының мәтіні жоқ
reason-expected-a-term-field-for = «{ $word }» терминінің мәтіні жоқ
reason-callee-is-not-allowed-here = бұл атаудан кейін «()» жақшасы тұрмайды
reason-the-select-expression-must-have-a-default-variant = ешбір нұсқа «*» белгісінен басталмайды, ал біреуі басталуы керек
reason-a-select-expression-can-only-have-one-default-variant = «*» белгісі тек бір нұсқаға қойылады
reason-expected-a-value = мұнда мәтін жетіспейді
reason-message-references-can-t-be-used-as-a-selector = хабарлама бойынша таңдауға болмайды
reason-term-references-can-t-be-used-as-a-selector = термин бойынша таңдауға болмайды
reason-message-attributes-can-t-be-used-as-a-selector = хабарламаның бөлігі бойынша таңдауға болмайды
reason-term-attributes-can-t-be-used-as-a-selector = терминнің бөлігі бойынша тек таңдауға болады
reason-unterminated-string-literal = жабатын тырнақша жоқ
reason-positional-arguments-must-come-before-named-arguments = атауы жоқ аргументтер бірінші тұрады
reason-the = «{ $word }» екі рет берілген
reason-unknown-escape-sequence = «\» белгісі тек тырнақшаның, тағы бір «\» белгісінің немесе төрт цифры бар «u» әрпінің алдында тұрады
reason-invalid-unicode-escape-sequence = «{ $word }» — таңба нөмірі емес
reason-unbalanced-closing-brace = «{"}"}» жақшасының жұбы жоқ
reason-expected-an-inline-expression = жақшалардың арасында атау жетіспейді
reason-expected-a-simple-expression-as-selector = тек { "$count" } сияқты атау бойынша таңдауға болады
reason-expected-a-string-or-number-literal = мұнда тырнақшадағы мәтін немесе сан жетіспейді
reason-braces-stand-too-deep-in-each-other = бірінің ішінде бірі тұрған жақшалар тым көп
reason-a-number-of-so-many-digits-cannot-be-exact = цифры сонша көп сан дәл болмайды
reason-defined-twice-in-this-file = «{ $word }» бұл файлда екі рет тұр
reason-both-a-message-and-a-term = «{ $word }» — әрі хабарлама, әрі термин
reason-not-defined = «{ $word }» деген жоқ
reason-no-such-argument-or-value = термин мұны білмейді: { $word }
reason-an-argument-is-missing = терминге мынау керек: { $word }
reason-messages-are-plain-text-without-markup = хабарламалар — тегсіз жай мәтін

# Шаблон қозғалтқышы не дейді.
reason-in-english = «{ $word }» (талдау бағдарламасының өз сөзі, ағылшынша)
reason-no-such-message = «{ $word }» деген хабарлама жоқ
reason-no-variable-for-the-message = «{ $other }» хабарламасына «{ $word }» айнымалысы керек
reason-no-file-in-static = безендіру тақырыбында «static/{ $word }» файлы жоқ
reason-no-date = «{ $word }» — күн емес
reason-neither-text-nor-number = «{ $other }» хабарламасындағы «{ $word }» — мәтін де, сан да емес
reason-too-much-at-once = шаблон үшін бұл тым ұзын немесе тым көп қабатты
reason-too-long-a-line = бұл жол тым ұзын: 8192 байттан артық оқылмайды

# Файлдардың көлемі.
unit-kib = { $number } КиБ
unit-mib = { $number } МиБ
unit-mb = { $number } МБ
