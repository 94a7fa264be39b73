# Числа: суммы, таблицы, объявленные данные.

amount-not-stated = сумма не указана
nothing-delivered = Записей о переданной помощи пока нет
no-records = Записей нет

total-delivered = Передано
total-pledged = Обещано
total-unkept = Не выполнено
total-contributions = Вклады
total-projects = Проекты, получившие помощь
listed-projects = Проекты
total-patrons = Меценаты
total-whole = Всего
pledged-hint = Обещанные средства в сумму переданного не входят.

axis-year = Год
axis-region = Регион
axis-direction = Направление
axis-object = Вид помощи
axis-district = Район или город
axis-patron = Меценат
axis-from = Регион мецената
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

total-by-year = По годам
total-by-region = По регионам
total-by-direction = По направлениям
total-by-object = По видам помощи
total-by-district = По районам и городам
total-by-patron = По меценатам
total-by-from = По регионам меценатов
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
breakdown-caption = { $title }: суммы и числа

row-not-stated = Не указано
row-joint = Совместная помощь
row-anonymous = Имя не раскрывается
row-named = Меценаты, чьи имена опубликованы
row-name =
    { $kind ->
        [joint] { row-joint }
        [anonymous] { row-anonymous }
        [named] { row-named }
       *[not-stated] { row-not-stated }
    }

row-others-former = из них прежних: { $count }
row-others =
    { $axis ->
        [patron]
            { $count ->
                [one] Ещё { $count } меценат
                [few] Ещё { $count } мецената
               *[many] Ещё { $count } меценатов
            }
        [year]
            { $count ->
                [one] Ещё { $count } год
                [few] Ещё { $count } года
               *[many] Ещё { $count } лет
            }
        [direction]
            { $count ->
                [one] Ещё { $count } направление
                [few] Ещё { $count } направления
               *[many] Ещё { $count } направлений
            }
        [object]
            { $count ->
                [one] Ещё { $count } вид
                [few] Ещё { $count } вида
               *[many] Ещё { $count } видов
            }
       *[region]
            { $count ->
                [one] Ещё { $count } регион
                [few] Ещё { $count } региона
               *[many] Ещё { $count } регионов
            }
    }
years-without = Нет записей за годы:
all-of-it = Вся помощь:

count-contributions =
    { $count ->
        [one] { $count } вклад
        [few] { $count } вклада
       *[many] { $count } вкладов
    }
count-without-amount =
    { $count ->
        [one] { $count } вклад без указанной суммы
        [few] { $count } вклада без указанной суммы
       *[many] { $count } вкладов без указанной суммы
    }
count-projects =
    { $count ->
        [one] { $count } проект
        [few] { $count } проекта
       *[many] { $count } проектов
    }
count-helped-projects =
    { $count ->
        [one] { $count } проект получил помощь
        [few] { $count } проекта получили помощь
       *[many] { $count } проектов получили помощь
    }
count-patrons =
    { $count ->
        [one] { $count } меценат
        [few] { $count } мецената
       *[many] { $count } меценатов
    }
count-objects =
    { $count ->
        [one] { $count } объект
        [few] { $count } объекта
       *[many] { $count } объектов
    }
count-laureates =
    { $count ->
        [one] { $count } лауреат
        [few] { $count } лауреата
       *[many] { $count } лауреатов
    }
count-people =
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }
count-listed =
    { $count ->
        [one] В списке { $count } меценат
        [few] В списке { $count } мецената
       *[many] В списке { $count } меценатов
    }
count-anonymous =
    { $count ->
        [one] { $count } меценат не раскрывает имени
        [few] { $count } мецената не раскрывают имени
       *[many] { $count } меценатов не раскрывают имени
    }

# What the portal is of. Of a portal of one region the program puts these itself: `scope` in site.toml.
-scope = Казахстан
    .is = country
-scope-in = в Казахстане
whole-country = { -scope.is ->
    [country] Весь Казахстан
   *[region] { -scope }
}

reported-title = Объявлено и записано
reported-intro = Объявленные данные и сумма записей портала стоят рядом и не подменяют друг друга.
reported-no-share = Пока на портале показаны образцы, доля, учтённая в записях, не вычисляется.
figure-measure =
    { $measure ->
        [objects] Объекты
        [pledges] Обещанная помощь
       *[support] Помощь меценатов
    }
figure-no-period = период не указан
figure-reported = Объявлено
figure-recorded =
    { $measure ->
        [objects] По записям передано на объекты
        [pledges] По записям обещано
       *[support] По записям передано
    }
figure-precision =
    { $precision ->
        [exact]
            { $of ->
                [amount] точная сумма
               *[number] точное число
            }
       *[rounded] округлено
    }
figure-share = Доля, учтённая в записях портала:
figure-part-of = Часть суммы
figure-part = Часть других объявленных данных.
figure-part-hint = Складывать их нельзя: одно уже входит в другое.
figure-contradiction = Обратите внимание:
figure-contradiction-kind =
    { $kind ->
        [amounts] суммы по частям не сходятся с общей, вместе они дают
        [projects] числа по частям не сходятся с общим, вместе они дают
       *[larger-than-whole] часть больше целого.
    }
figure-breakdown = Объявленное по частям
figure-breakdown-of = Из них
figure-breakdown-amount = Сумма
figure-breakdown-number = Количество
figure-counted = Что сосчитано:
figure-source = Источник:

drawing-table = Таблица
map-per-resident = На одного жителя
residents-not-stated = число жителей не указано
total-residents = Жителей

# Рисунки: карта, диаграммы и строки за ними.
map-figure = Показать на карте
map-skip = Пропустить карту
map-not-on-it = Нет на карте: прежние регионы
region-place = Место на карте Казахстана
region-share-others = Доли всех регионов
table-csv = Таблица в формате CSV
table-rows = Вклады, из которых сложилась сумма
# Lists of contributions, row by row.
list-heading = Вклады
list-title =
    { $status ->
        [pledged] Обещанные вклады
       *[delivered] Переданные вклады
    }
list-part = По строкам этой страницы
list-all =
    { $count ->
        [one] Показать { $count } вклад
        [few] Показать все { $count } вклада
       *[many] Показать все { $count } вкладов
    }
list-newest = Последние вклады
list-whole =
    { $axis ->
        [year] Итоги этого года в целом:
       *[direction] Итоги этого направления в целом:
    }
all-contributions = Все вклады
contributions-of = { $of }: вклады
contributions-of-both = { $of }, «{ $with }»: вклады
contributions-of-year = { $of }, { $year } год: вклады
contributions-from = { $of }: вклады меценатов региона
joint-contributions = Совместная помощь
joint-contributions-of = { $of }: совместная помощь
anonymous-contributions = Вклады меценатов, чьё имя не раскрывается
counts-hint = После знака «+» — то, что пока только обещано.
only-pledged =
    { $kind ->
        [patrons] { $count ->
            [one] из них { $count } пока только обещал
           *[many] из них { $count } пока только обещали
        }
       *[projects] { $count ->
            [one] для { $count } из них помощь пока только обещана
           *[many] для { $count } из них помощь пока только обещана
        }
    }
card-year =
    { $status ->
        [pledged] Обещано на { $year } год
       *[delivered] Передано в { $year } году
    }
card-patron =
    { $status ->
        [pledged] Обещано этим меценатом
       *[delivered] Передано этим меценатом
    }
card-whole = всего
# Of a project none of which is in the page's sum.
card-all =
    { $status ->
        [pledged] Обещано всего
       *[delivered] Передано всего
    }
how-link = Как это посчитано?
# Headings of the page how-figures-are-computed, as they stand in its addresses after “#”.
rule-delivered = peredannoe-i-obeshchannoe
rule-dates = daty
rule-regions = regiony-i-granitsy
rule-directions = napravleniya-i-vidy-pomoshchi
rule-joint = sovmestnaya-pomoshch
rule-reported = obyavleno-i-zapisano

millions = млн ₸
totals-parts = Все суммы по частям
totals-all-years = Все годы
totals-all-regions = Все регионы с картой
totals-all-from = Все регионы меценатов
totals-all-directions = Все направления
totals-all-objects = Все виды помощи
totals-all-patrons = Меценаты, передавшие больше всех
year-region-text = Сколько передано каждому региону в каждом году: одна таблица, её можно скачать.
year-direction-text = Сколько передано на каждое направление в каждом году: одна таблица, её можно скачать.
patrons-by-amount = Все меценаты по сумме

reported-caption = Объявленные данные рядом с записями
reported-period = Период
reported-what = Что объявлено
reported-recorded = По записям
reported-share = Доля в записях
reported-source = Источник
reported-part = входит в большее число
reported-each = Каждое сообщение подробно
reported-each-hint = Что именно сосчитано, из чего складывается и что нужно учесть. Откройте нужную строку.

regions-rank = Место по сумме
region-compare = Сравнить с другим регионом
region-change = { $year } к { $before }

compare-title = Сравнить два региона
compare-intro = Сколько передано каждому региону: всего, на одного жителя, по направлениям и по годам. Прежние регионы показаны в тех границах, какие у них были.
compare-two = Два региона рядом
compare-region =
    { $side ->
        [a] Первый регион
       *[b] Второй регион
    }
compare-choose = Выберите регион
compare-done = Таблица сравнения обновлена.
compare-all = Все регионы
compare-by =
    { $axis ->
        [direction] Передано по направлениям
       *[year] Передано по годам
    }

completeness-title = Полнота записей
completeness-intro = { -scope.is ->
    [country] Сколько переданных вкладов записано с точной датой, с суммой и с источником. Это не оценка регионов: записи собираются постепенно, и пробел значит лишь, что сведений пока не прислали.
   *[region] Сколько переданных вкладов записано с точной датой, с суммой и с источником. Записи собираются постепенно, и пробел значит лишь, что сведений пока не прислали.
}
completeness-invite = Знаете недостающую дату, сумму или документ? Пришлите их — запись дополнят.
completeness-caption = { $title }: полнота записей
completeness-region-year = По регионам и годам
completeness-reported = Объявлено больше, чем записано
completeness-reported-text = О помощи, которой ещё нет в записях, официально сообщали. Если вы можете её подтвердить, пришлите сведения.
known-day = С точной датой
known-amount = С суммой
known-source = С источником
cross-title =
    { $axis ->
        [direction] { year-direction }
       *[region] { year-region }
    }

# Contributions that the address of their page asks for.
filtered-title = Вклады по фильтрам
filtered-intro = Выберите регион, район, направление, вид помощи, год или регион мецената — и увидите все подходящие вклады и их сумму. Выбранное сохраняется в адресе страницы, поэтому ссылку на неё можно переслать.
filtered-without = Фильтры работают с JavaScript. Без него те же вклады можно найти в этих списках, а все сразу — в последнем файле:
filtered-any = Все
filtered-key =
    { $key ->
        [district] { axis-district }
        [direction] { axis-direction }
        [object] { axis-object }
        [stated] Вид помощи без более узких видов
        [year] { axis-year }
        [patron] { axis-patron }
        [givers] Меценаты
        [from] { axis-from }
        [period] Период
        [others] Все, кроме
       *[region] { axis-region }
    }
filtered-unknown = нет на портале
filtered-part = По показанным строкам
filtered-failed = Вклады не загрузились. Попробуйте обновить страницу.
