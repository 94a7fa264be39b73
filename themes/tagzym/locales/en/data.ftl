# The page of open data.
data-title = Open data
data-tables = Tables
data-tables-text = CSV and JSON for software: UTF-8, comma-separated, with column names in the first row; an empty cell means unknown. The pages of the portal are made from the same records.
data-workbook = All tables in one workbook (XLSX)
data-workbook-text = It opens in Excel and LibreOffice: numbers and dates are stored as such, rows can be filtered, and the first sheet explains every column.
data-package = Structure, keys, sizes and checksums of all tables (Data Package)
data-grants = Delivered contributions with a known amount and exact date, in the 360Giving format
data-csvw = Description of the columns for software (CSVW)
data-egov = For uploading to data.egov.kz:
data-egov-parts = For uploading to data.egov.kz, in parts:
data-table = Table
data-rows = Rows
data-files = Files
data-columns = What the columns hold
data-columns-hint = Open a table to see its columns. Columns whose names end in _kk, _ru or _en hold the same thing in each language and are empty where there is no translation.
data-key = part of the key
data-required = never empty
data-refers = refers to
data-recipes = Three ways to check the total
data-recipes-text = Each adds up what was delivered and arrives at the portal’s total:
data-promise = What will not change
data-cite = How to cite
data-cite-text = Name the edition: it changes whenever a published record does, so it shows which state of the records you used. Add the day on which you opened this page.
data-cite-edition = edition
data-cite-date = newest record:
data-promise-text = For software that must keep working, there is one file for each kind of record:
data-promise-keeps = Under /data/v1/ no address, field or type will disappear or change its meaning; new fields and values may be added, so ignore any you do not know. Record IDs are kept, except those made from a row, as the description of the column says. If something has to change, /data/v2/ will appear alongside.
data-recipe =
    { $kind ->
        [spreadsheet] In a spreadsheet
        [python] In Python
       *[sql] In SQL with DuckDB
    }
data-recipe-hint =
    { $kind ->
        [spreadsheet] Import contributions.csv as UTF-8 with commas, and type into an empty cell:
        [python] Nothing needs installing apart from Python itself:
       *[sql] DuckDB reads the file straight from the portal:
    }
