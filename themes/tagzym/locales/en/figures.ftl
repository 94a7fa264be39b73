# Numbers: sums, tables, reported figures.

amount-not-stated = amount not stated
nothing-delivered = No help delivered is on record yet
no-records = No records

total-delivered = Delivered
total-pledged = Pledged
total-unkept = Not honoured
total-contributions = Contributions
total-projects = Projects that received help
listed-projects = Projects
total-patrons = Patrons
total-whole = Total
pledged-hint = Pledged money is not included in the amount delivered.

axis-year = Year
axis-region = Region
axis-direction = Direction
axis-object = Kind of help
axis-district = District or city
axis-patron = Patron
axis-from = Patron’s region
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

total-by-year = By year
total-by-region = By region
total-by-direction = By direction
total-by-object = By kind of help
total-by-district = By district and city
total-by-patron = By patron
total-by-from = By patrons’ region
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
breakdown-caption = { $title }: amounts and counts

row-not-stated = Not stated
row-joint = Joint gifts
row-anonymous = Name withheld
row-named = Named patrons
row-name =
    { $kind ->
        [joint] { row-joint }
        [anonymous] { row-anonymous }
        [named] { row-named }
       *[not-stated] { row-not-stated }
    }

row-others-former = { $count } of them former
row-others =
    { $axis ->
        [patron]
            { $count ->
                [one] { $count } more patron
               *[other] { $count } more patrons
            }
        [year]
            { $count ->
                [one] { $count } more year
               *[other] { $count } more years
            }
        [direction]
            { $count ->
                [one] { $count } more direction
               *[other] { $count } more directions
            }
        [object]
            { $count ->
                [one] { $count } more kind
               *[other] { $count } more kinds
            }
       *[region]
            { $count ->
                [one] { $count } more region
               *[other] { $count } more regions
            }
    }
years-without = Nothing on record for:
all-of-it = All help:

count-contributions =
    { $count ->
        [one] { $count } contribution
       *[other] { $count } contributions
    }
count-without-amount =
    { $count ->
        [one] { $count } contribution with no stated amount
       *[other] { $count } contributions with no stated amount
    }
count-projects =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }
count-helped-projects =
    { $count ->
        [one] { $count } project received help
       *[other] { $count } projects received help
    }
count-patrons =
    { $count ->
        [one] { $count } patron
       *[other] { $count } patrons
    }
count-objects =
    { $count ->
        [one] { $count } facility
       *[other] { $count } facilities
    }
count-laureates =
    { $count ->
        [one] { $count } laureate
       *[other] { $count } laureates
    }
count-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
count-listed =
    { $count ->
        [one] { $count } patron in the list
       *[other] { $count } patrons in the list
    }
count-anonymous =
    { $count ->
        [one] { $count } patron whose name is withheld
       *[other] { $count } patrons whose names are withheld
    }

# What the portal is of. Of a portal of one region the program puts these itself: `scope` in site.toml.
-scope = Kazakhstan
    .is = country
-scope-in = in Kazakhstan
whole-country = { -scope.is ->
    [country] The whole of Kazakhstan
   *[region] { -scope }
}

reported-title = Reported and recorded
reported-intro = Each reported figure stands beside the total of the portal’s records; neither replaces the other.
reported-no-share = While samples are shown, the share covered by the records is not worked out.
figure-measure =
    { $measure ->
        [objects] Facilities
        [pledges] Help pledged
       *[support] Help from patrons
    }
figure-no-period = period not stated
figure-reported = Reported
figure-recorded =
    { $measure ->
        [objects] Delivered for facilities, on record
        [pledges] Pledged, on record
       *[support] Delivered, on record
    }
figure-precision =
    { $precision ->
        [exact]
            { $of ->
                [amount] exact amount
               *[number] exact number
            }
       *[rounded] rounded
    }
figure-share = Share covered by the portal’s records:
figure-part-of = Part of
figure-part = Part of another reported figure.
figure-part-hint = Do not add the two together: one is part of the other.
figure-contradiction = Note:
figure-contradiction-kind =
    { $kind ->
        [amounts] the amounts of the parts do not match the whole; together they make
        [projects] the numbers of the parts do not match the whole; together they make
       *[larger-than-whole] the part is larger than the whole.
    }
figure-breakdown = Reported breakdown
figure-breakdown-of = Part
figure-breakdown-amount = Amount
figure-breakdown-number = Number
figure-counted = What was counted:
figure-source = Source:

drawing-table = Table
map-per-resident = Per resident
residents-not-stated = number of residents not stated
total-residents = Residents

# Drawings: the map, charts and the rows behind them.
map-figure = Show on the map
map-skip = Skip the map
map-not-on-it = Not on the map: former regions
region-place = Place on the map of Kazakhstan
region-share-others = Shares of all regions
table-csv = Download the table (CSV)
table-rows = The contributions behind the total
# Lists of contributions, row by row.
list-heading = Contributions
list-title =
    { $status ->
        [pledged] Pledged contributions
       *[delivered] Delivered contributions
    }
list-part = Rows on this page
list-all =
    { $count ->
        [one] Show { $count } contribution
       *[other] Show all { $count } contributions
    }
list-newest = Latest contributions
list-whole =
    { $axis ->
        [year] The same year as a whole:
       *[direction] The same direction as a whole:
    }
all-contributions = All contributions
contributions-of = { $of }: contributions
contributions-of-both = { $of }, { $with }: contributions
contributions-of-year = { $of }, { $year }: contributions
contributions-from = { $of }: contributions by its patrons
joint-contributions = Joint gifts
joint-contributions-of = { $of }: joint gifts
anonymous-contributions = Contributions by patrons whose names are withheld
counts-hint = After the plus sign: only pledged so far.
only-pledged =
    { $kind ->
        [patrons] { $count ->
            [one] { $count } of them has only pledged so far
           *[other] { $count } of them have only pledged so far
        }
       *[projects] { $count ->
            [one] { $count } of them has only pledges so far
           *[other] { $count } of them have only pledges so far
        }
    }
card-year =
    { $status ->
        [pledged] Pledged for { $year }
       *[delivered] Delivered in { $year }
    }
card-patron =
    { $status ->
        [pledged] Pledged by this patron
       *[delivered] Delivered by this patron
    }
card-whole = in total
# Of a project none of which is in the page's sum.
card-all =
    { $status ->
        [pledged] Pledged in all
       *[delivered] Delivered in all
    }
how-link = How is this worked out?
# Headings of the page how-figures-are-computed, as they stand in its addresses after “#”.
rule-delivered = delivered-and-pledged
rule-dates = dates
rule-regions = regions-and-borders
rule-directions = directions-and-kinds-of-help
rule-joint = joint-gifts
rule-reported = reported-and-recorded

millions = ₸ million
totals-parts = All totals, one by one
totals-all-years = All years
totals-all-regions = All regions, with a map
totals-all-from = All patrons’ regions
totals-all-directions = All directions
totals-all-objects = All kinds of help
totals-all-patrons = Patrons who have given most
year-region-text = What each region received in each year: one table, ready to download.
year-direction-text = What each direction received in each year: one table, ready to download.
patrons-by-amount = All patrons by amount

reported-caption = Reported figures beside the records
reported-period = Period
reported-what = What was reported
reported-recorded = On record
reported-share = Share on record
reported-source = Source
reported-part = part of a larger figure
reported-each = Each figure in full
reported-each-hint = What exactly was counted, how it breaks down, and any remarks. Open the one you need.

regions-rank = Rank by amount
region-compare = Compare with another region
region-change = { $year } compared with { $before }

compare-title = Compare two regions
compare-intro = What each region received: in total, per resident, by direction and by year. Former regions are shown within the borders they had at the time.
compare-two = Two regions side by side
compare-region =
    { $side ->
        [a] First region
       *[b] Second region
    }
compare-choose = Choose a region
compare-done = The comparison has been updated.
compare-all = All regions
compare-by =
    { $axis ->
        [direction] Delivered by direction
       *[year] Delivered by year
    }

completeness-title = How complete the records are
completeness-intro = { -scope.is ->
    [country] How many delivered contributions are recorded with an exact date, an amount and a source. This is not a rating of the regions: records are gathered gradually, and a gap only means that nobody has sent the facts yet.
   *[region] How many delivered contributions are recorded with an exact date, an amount and a source. Records are gathered gradually, and a gap only means that nobody has sent the facts yet.
}
completeness-invite = Do you know a missing date, amount or document? Send it, and the record will be completed.
completeness-caption = { $title }: how complete the records are
completeness-region-year = By region and year
completeness-reported = More has been reported than is on record
completeness-reported-text = Officials have reported help that is not on record yet. If you can confirm it, send us the details.
known-day = With an exact date
known-amount = With an amount
known-source = With a source
cross-title =
    { $axis ->
        [direction] { year-direction }
       *[region] { year-region }
    }

# Contributions that the address of their page asks for.
filtered-title = Filter contributions
filtered-intro = Choose a region, a district, a direction, a kind of help, a year or the patron’s region: every contribution that fits is shown, and what they add up to. The choice is kept in the page’s address, so you can send a link to it.
filtered-without = Filtering needs JavaScript. Without it you will find the same contributions in these lists, and all of them in the file at the end:
filtered-any = All
filtered-key =
    { $key ->
        [district] { axis-district }
        [direction] { axis-direction }
        [object] { axis-object }
        [stated] Kind of help, narrower kinds left out
        [year] { axis-year }
        [patron] { axis-patron }
        [givers] Patrons
        [from] { axis-from }
        [period] Period
        [others] All except
       *[region] { axis-region }
    }
filtered-unknown = not on this portal
filtered-part = Rows shown
filtered-failed = The contributions did not load. Try reloading the page.
