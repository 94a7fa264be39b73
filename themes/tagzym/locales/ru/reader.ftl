# Что читатель настраивает и делает.

reading-version = Версия для слабовидящих
reading-size = Размер шрифта
reading-normal = Обычный
reading-large = Крупный
reading-largest = Очень крупный
reading-spacing = Интервалы
reading-spacing-normal = Обычные
reading-wide = Увеличенные
reading-colours = Цвета
reading-as-device = Как на устройстве
reading-light = Светлые
reading-dark = Тёмные
reading-black-on-white = Чёрным по белому
reading-white-on-black = Белым по чёрному
reading-pictures = Изображения
reading-pictures-on = Показывать
reading-pictures-off = Не показывать
reading-standard = Обычная версия
view-label = Вид списка
view-cards = Карточки
view-table = Таблица

share-label = Печать и отправка
share-print = Распечатать
share-native = Поделиться
share-mail = Эл. почта
feed-follow = Подписаться на обновления (Atom)

# Кнопка в начале страницы.
reading-switch-dark = Тёмные цвета
share-copy = Скопировать ссылку
share-copied = Скопировано
share-cite = Как сослаться
anchor-label = Ссылка на этот раздел
report-mistake = Сообщить об ошибке
mistake-subject = Ошибка
embed-title = { $of }: данные для других сайтов
embed-whole = Все данные на портале
embed-show = Показать эти данные на своём сайте
embed-paste = Вставьте эту строку в HTML-код своей страницы:
newest-record = Самая новая запись на этой странице:
edition = Редакция данных:
edition-hint = Это слово меняется вместе с любой записью: укажите его, когда ссылаетесь на данные портала.
