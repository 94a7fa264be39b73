# The page of open data.
data-title = Open data
data-tables = Tables
data-tables-text = CSV and JSON for programs: UTF-8, commas, names of columns in the first row; whatever is unknown is empty. Pages are made of the same records.
data-workbook = All tables in one workbook (XLSX)
data-workbook-text = It opens in Excel and LibreOffice: numbers and dates are numbers and dates, rows can be filtered, and the first sheet explains every column.
data-package = Structure, keys, sizes and checksums of all tables (Data Package)
data-grants = Delivered contributions with an amount and a day, in the shape of 360Giving
data-csvw = What the columns are, for programs (CSVW)
data-egov = For uploading to data.egov.kz, in parts:
data-table = Table
data-rows = Rows
data-files = Files
data-columns = What the columns hold
data-columns-hint = Open a table to see its columns. Names that end in _kk, _ru or _en hold the same in each language, and are empty where there is no translation.
data-key = part of the key
data-required = never empty
data-refers = leads to
data-recipes = Three ways to check the total
data-recipes-text = Each adds up what was delivered and gives the total of the portal:
data-promise = What will not change
data-cite = How to cite
data-cite-text = Name the edition: it changes whenever a published record does, so that others can tell which state of the records you used.
data-cite-edition = edition
data-cite-date = date of access
data-promise-text = For programs that have to go on working there is one file for each kind of record:
data-promise-keeps = Under /data/v1/ no address, field or type goes away or changes its meaning; new fields and new words may come, so pass over those you do not know. Ids of records stay. If something has to change, it comes as /data/v2/ beside it.
data-recipe =
    { $kind ->
        [spreadsheet] In a spreadsheet
        [python] In Python
       *[sql] In SQL with DuckDB
    }
data-recipe-hint =
    { $kind ->
        [spreadsheet] Import contributions.csv as UTF-8 with commas, and write into a cell on another sheet or beside the rows:
        [python] Nothing has to be installed besides Python itself:
       *[sql] DuckDB reads the file from the portal by itself:
    }
