// Writes tests/data/intl.tsv: what a browser's `Intl` makes of the inputs below, in each language of the portal.
//   node tests/data/intl.mjs > tests/data/intl.tsv
// A line is language, kind, input, output; invisible characters are written as \uXXXX. The values are Intl's own, with
// two exceptions that Intl has no option for: a short English amount is ₸ before the long compact number (with a currency
// it would abbreviate), and names are compared without their quotation marks.

const languages = { kk: 'kk', ru: 'ru', en: 'en-GB' };
const utc = { timeZone: 'UTC' };
const visible = text => text.replace(/[\u0300-\u036f\u00a0\u2000-\u200f\u202f]/g,
  character => '\\u' + character.codePointAt(0).toString(16).padStart(4, '0'));

// The same shuffle on every run.
let seed = 20171116;
const random = below => (seed = (seed * 48271) % 2147483647) % below;
const shuffled = items => {
  const rest = [...items], mixed = [];
  while (rest.length) mixed.push(...rest.splice(random(rest.length), 1));
  return mixed;
};

const integers = ['0', '1', '7', '10', '99', '153', '999', '1000', '1001', '9999', '10000', '12345', '99999', '100000',
  '999999', '1000000', '3837144000', '999999999999', '1000000000000000', '123456789012345678901234567890'];
const amounts = ['0', '1', '999', '1000', '50000', '999999', '3837144000', '2500000', '175000000000', '1000000000000000'];
const shortAmounts = ['1000000', '1000001', '1004999', '1005000', '1015000', '1050000', '1499999', '1500000', '2345678',
  '9994999', '9995000', '9999999', '10000000', '10049999', '10050000', '12345678', '99949999', '99950000', '100000000',
  '123456789', '999499999', '999500000', '999999999', '1000000000', '3837144000', '12300000000', '45678901234',
  '999499999999', '999500000000', '1000000000000', '1234000000000', '123456789012345', '999999999999999',
  '1000000000000000', '1234567890123456', '12345678901234567', '123456789012345678'];
const shares = ['0/1', '1/1', '1/2', '1/3', '2/3', '1/8', '1/7', '548/1000', '5484/10000', '5485/10000', '1/2000',
  '1/2001', '1999/2000', '1/1000', '1/10000', '3/2', '1999/20000', '123548/100', '1/6', '3837144000/7000000000',
  '99949/100000', '99950/100000', '1000000000000000/3'];
const days = ['2016-01-01', '2017-02-28', '2017-11-16', '2018-03-05', '2018-06-19', '2019-04-30', '2020-02-29', '2021-05-09',
  '2022-06-08', '2022-07-01', '2023-08-31', '2024-09-02', '2025-10-10', '2026-12-31', '1999-01-31'];

const names = {
  letters: [...'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'],
  capitals: [...'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ'],
  latin: [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  first: ['Абай', 'Әбіш', 'Байзақ', 'Ғабит', 'Гауһар', 'Дана', 'Ерлан', 'Ёлкин', 'Елена', 'Ежов', 'Ёжик', 'Жанар', 'Зере',
    'Ильяс', 'Іңкәр', 'Йод', 'Қанат', 'Камила', 'Лаура', 'Мұрат', 'Нұрлан', 'Ңұр', 'Олжас', 'Өмір', 'Петр', 'Роза',
    'Сәуле', 'Тұрсын', 'Умар', 'Ұлан', 'Үміт', 'Фарида', 'Хасен', 'Һадис', 'Шолпан', 'Щукин', 'Ыбырай', 'Эльмира',
    'Юлия', 'Ярослав'],
  regions: ['Абай облысы', 'Ақмола облысы', 'Ақтөбе облысы', 'Алматы', 'Алматы облысы', 'Астана', 'Атырау облысы',
    'Батыс Қазақстан облысы', 'Жамбыл облысы', 'Жетісу облысы', 'Қарағанды облысы', 'Қостанай облысы',
    'Қызылорда облысы', 'Маңғыстау облысы', 'Павлодар облысы', 'Солтүстік Қазақстан облысы', 'Түркістан облысы',
    'Ұлытау облысы', 'Шығыс Қазақстан облысы', 'Шымкент'],
  words: ['Ким', 'Ким Олег', 'Ким-Ли Анна', 'Кимов', 'Кимова', 'КИМ', 'ким', 'Ки', 'Кім', 'Кын', 'Қын', 'Қин', 'қин',
    'Аа', 'А-б', 'А б', 'Аб', 'аб', 'АБ', 'Салтыков', 'Салтыков-Щедрин', 'Салтыкова', 'Салтыков Андрей'],
  scripts: ['Zhersu', 'zhersu', 'KAZ Minerals', 'Kaz', 'Évian', 'Evian', 'Evans', '9 мамыр', '10 лет', '2 ГИС', 'Жерсу',
    'жерсу', 'ЖЕРСУ', 'Áмина', 'Әмина', 'Амина', 'St. John', 'St John', 'Stephen'],
  yo: ['еж', 'ёж', 'ежи', 'ёжи', 'Ёж', 'Еж', 'ель', 'ёлка', 'жук', 'дом', 'Артем', 'Артём', 'Артемов', 'Артёмов'],
  marks: ['й', 'и\u0306', 'йод', 'и\u0306ода', 'ё', 'е\u0308ж', 'ёлка', 'и', 'ия', 'е', 'ея'],
  quoted: ['«Әділет» қоры', '«Жерсу» ЖШС', '«Алтын» ЖШС', 'Алтынбек', 'Алтай', 'ТОО «Альфа»', 'ТОО Бета', 'ТОО "Гамма"',
    'ТОО «Ясень»', '“Zhersu” LLP', 'Zhersu Power', "O'Brien", 'O’Connor', 'Obama', 'Оспан', '„Үміт“ қоры', 'Үмітов'],
};
const quotes = /[«»‹›“”„‟‘’‚‛"']/g;

const rows = [];
for (const [language, tag] of Object.entries(languages)) {
  const row = (kind, input, output) => rows.push([language, kind, input, output].map(visible).join('\t'));
  const number = options => new Intl.NumberFormat(tag, options);
  const date = options => new Intl.DateTimeFormat(tag, { ...options, ...utc });
  const at = day => new Date(day + 'T00:00Z');
  const tenge = { style: 'currency', currency: 'KZT', currencyDisplay: 'narrowSymbol' };
  const compact = { notation: 'compact', maximumSignificantDigits: 3 };

  for (const value of integers) row('integer', value, number().format(value));
  for (const value of amounts) row('money', value, number({ ...tenge, maximumFractionDigits: 0 }).format(value));
  for (const value of shortAmounts) {
    row('money-short', value, language === 'en'
      ? '₸' + number({ ...compact, compactDisplay: 'long' }).format(value)
      : number({ ...compact, ...tenge }).format(value));
  }
  for (const share of shares) {
    const [over, under] = share.split('/').map(BigInt);
    const digits = String(over * 10n ** 40n / under).padStart(41, '0');
    const exact = digits.slice(0, -40) + '.' + digits.slice(-40);
    row('percent', share, number({ style: 'percent', maximumFractionDigits: 1 }).format(exact));
  }

  const long = { day: 'numeric', month: 'long', year: 'numeric' };
  const month = { month: 'long', year: 'numeric' };
  // In digits an English reader cannot tell the day from the month.
  const short = language === 'en' ? { ...long, month: 'short' } : { day: '2-digit', month: '2-digit', year: 'numeric' };
  const shortMonth = { month: short.month, year: 'numeric' };
  for (const day of days) {
    row('date', day, date(long).format(at(day)));
    row('date-short', day, date(short).format(at(day)));
    row('date', day.slice(0, 7), date(month).format(at(day)));
    row('date-short', day.slice(0, 7), date(shortMonth).format(at(day)));
  }
  for (let number = 1; number <= 12; number++) {
    row('month-name', String(number), date({ month: 'long' }).format(new Date(Date.UTC(2024, number - 1))));
  }
  const range = (kind, options, first, last, cut) =>
    row(kind, first.slice(0, cut) + '/' + last.slice(0, cut), date(options).formatRange(at(first), at(last)));
  range('year-range', { year: 'numeric' }, '2016-01-01', '2018-01-01', 4);
  range('range-in-month', long, '2017-11-16', '2017-11-18', 10);
  range('range-in-year', long, '2017-11-16', '2017-12-01', 10);
  range('range', long, '2017-11-16', '2018-11-16', 10);
  range('month-range-in-year', month, '2017-04-01', '2017-07-01', 7);
  range('range', month, '2017-04-01', '2021-04-01', 7);

  const { compare } = new Intl.Collator(tag, { numeric: true });
  const unquoted = name => name.replace(quotes, '');
  for (const list of Object.values(names)) {
    const order = (left, right) => compare(unquoted(left), unquoted(right)) || (left < right ? -1 : 1);
    row('sort', shuffled(list).join('|'), [...list].sort(order).join('|'));
  }
}
const { node, icu, cldr } = process.versions;
console.log(`# node ${node}, ICU ${icu}, CLDR ${cldr}; written by intl.mjs`);
console.log(rows.join('\n'));
