// Made from the catalogue by `UPDATE=1 cargo test --test catalogue`.
export default {
  "codes": {
    "file-empty": {
      "what": "The file is empty.",
      "why": "There is nothing in it to check or to send.",
      "fix": "Open the download page in Seller Central again and wait until the report is ready, then download it."
    },
    "no-records": {
      "what": "The report has a header and no records below it.",
      "why": "Amazon makes such a file when there were no sales in the dates you chose, or none yet.",
      "fix": "Check the dates you chose. If you did sell in them, wait a day and download the report again."
    },
    "wrong-report": {
      "what": "This is not a report that sales tax can be filed on.",
      "why": "It lacks what a tax service needs: each sale with its date, its amounts and the state it went to.",
      "fix": "Fetch the report named here from Seller Central, and choose that file."
    },
    "column-missing": {
      "what": "Columns that are needed for the tax are missing.",
      "why": "Without them, no record of this file can be filed.",
      "fix": "Download the report again with all its columns, and do not delete any before you choose the file here."
    },
    "column-twice": {
      "what": "A column that is needed stands in the file twice.",
      "why": "The two may hold different values, and we do not guess which one counts.",
      "fix": "Download the report again, and do not add or copy columns before you choose the file here."
    },
    "column-unknown": {
      "what": "The file has a column that we do not know.",
      "why": "Whatever is in it stays on your computer: only columns that we know are sent.",
      "fix": "Nothing to do."
    },
    "columns-in-another-language": {
      "what": "Columns that are needed for the tax are missing, or named in a language that we know in part.",
      "why": "We recognised the report by some of its column names. Without the others, no record of it can be filed.",
      "fix": "Set Seller Central to English, download the report again, and choose that file."
    },
    "header-repeated": {
      "what": "The line with the column names stands in the file again.",
      "why": "It happens when several downloads of one report are pasted together. There is no sale in it.",
      "fix": "Nothing to do: the line is counted and not sent."
    },
    "another-report-below": {
      "what": "Another report begins in the middle of this file.",
      "why": "Its columns are others, so what stands below cannot be read under the column names at the top.",
      "fix": "Download each report by itself, and choose the files together."
    },
    "container-encrypted": {
      "what": "The archive is locked with a password.",
      "why": "Nothing in it can be read without the password, and we do not ask for it.",
      "fix": "Unpack the archive on your computer, and choose the report that was in it."
    },
    "container-damaged": {
      "what": "The compressed file is damaged or cut short.",
      "why": "Records are missing from it, and it cannot be told how many.",
      "fix": "Download the report again and wait until the download has finished."
    },
    "container-too-large": {
      "what": "Unpacked, the file is larger than this page takes.",
      "why": "Some archives are made to fill a computer's memory, so there is a limit.",
      "fix": "Download the report for a shorter time, such as one month, and choose the file that Seller Central gives."
    },
    "container-nothing-inside": {
      "what": "There is no report in the archive.",
      "why": "There is nothing in it to check or to send.",
      "fix": "Open the archive on your computer and look what is in it. Then choose the report itself."
    },
    "container-unsupported": {
      "what": "The archive is packed in a way that we cannot read.",
      "why": "Its contents cannot be checked before they are unpacked.",
      "fix": "Unpack the archive on your computer, and choose the report that was in it."
    },
    "template-without-currency": {
      "what": "Some sales are not in US dollars, and the file that your tax service takes has no column for the currency.",
      "why": "Amounts in other currencies would be taken for dollars.",
      "fix": "Choose only reports of stores that sell in US dollars, or tell your tax service about the others."
    },
    "file-added-twice": {
      "what": "The same file was chosen twice.",
      "why": "Its sales are counted once all the same.",
      "fix": "Remove one of the two. If another file was meant, choose that one."
    },
    "reports-count-the-same-sales": {
      "what": "Two of the reports are of different kinds and list the same sales.",
      "why": "Each kind numbers its lines in its own way, so the same sale would be counted twice.",
      "fix": "Keep the files of one kind and remove the others. Only Fulfilled Shipments (sent by Amazon) and the Order Report (sent by you) belong together."
    },
    "last-day-may-be-partial": {
      "what": "The report was downloaded within a day of its last sale.",
      "why": "Amazon adds sales to a report for up to a day, so the last day may lack some.",
      "fix": "For a month that has ended, download the report again two days later and add that file. What stands in both is counted once."
    },
    "record-blank": {
      "what": "The line is blank.",
      "why": "There is no sale in it.",
      "fix": "Nothing to do: the line is counted and not sent."
    },
    "record-too-long": {
      "what": "A line is far longer than any record of this report.",
      "why": "Its line end is missing, so several records may have run together in it.",
      "fix": "Download the report again from Seller Central."
    },
    "quote-never-closed": {
      "what": "A quotation mark opens in this line and is never closed.",
      "why": "It cannot be told where the value ends, and so which values follow it.",
      "fix": "Download the report again, as .txt if Seller Central offers it."
    },
    "record-has-nul": {
      "what": "There are zero bytes in the record, which no report of Amazon's has.",
      "why": "They are a sign that the file was damaged while it was downloaded or copied.",
      "fix": "Download the report again from Seller Central."
    },
    "too-few-cells": {
      "what": "The record has fewer values than the header has columns.",
      "why": "It cannot be told which value belongs to which column.",
      "fix": "Download the report again. If a program other than your browser touched the file, leave that step out."
    },
    "too-many-cells": {
      "what": "The record has more values than the header has columns.",
      "why": "A value seems to have been cut in two, so that those after it stand in the wrong columns.",
      "fix": "Look at the record. If it is the same in a fresh download, leave it out and enter the sale by hand."
    },
    "record-cut-off": {
      "what": "The file ends in the middle of a record.",
      "why": "The download was broken off, and records are missing after this one.",
      "fix": "Download the report again and wait until the download has finished."
    },
    "encoding-mixed": {
      "what": "The letters of this record are written in another way than those of the rest of the file.",
      "why": "Two downloads seem to have been pasted together, or a letter was cut in two. Names of cities would be wrong.",
      "fix": "Download the report again, and choose the downloaded file itself. Choose several downloads together instead of pasting them into one."
    },
    "repair-declined": {
      "what": "You did not want this value to be mended, and as it is it cannot be sent.",
      "why": "Tax services need a date, an amount or a state in one form only.",
      "fix": "Let it be mended after all, write another value, or leave the record out."
    },
    "line-in-another-file": {
      "what": "The same sale stands in a file that you chose before.",
      "why": "Downloads may overlap. A sale that stands in two of them is one sale, and is counted once.",
      "fix": "Nothing to do: it was counted in the other file."
    },
    "sale-differs-between-files": {
      "what": "The same sale stands in a file that you chose before, and says something else there.",
      "why": "Only one of the two can be right, and we do not guess which.",
      "fix": "Remove the older of the two files if the newer one covers its days. Or open the record and leave it out, if the other file is right."
    },
    "opened-in-a-spreadsheet": {
      "what": "A spreadsheet program such as Excel has opened and saved this file.",
      "why": "Such programs rewrite dates, numbers and order numbers without a word. What could be put right without a guess was; the rest is gone from the file.",
      "fix": "Download the report again and choose the downloaded file itself. Do not open it first. To look inside, open a copy."
    },
    "left-out-by-seller": {
      "what": "You left this record out.",
      "why": "What is left out is not filed. The service that gets the file is told how many records you left out.",
      "fix": "Nothing to do. To have it checked and sent after all, take it back in."
    },
    "edit-without-effect": {
      "what": "You changed a value, and its place is not in this file as it is now.",
      "why": "The value that you wrote is not sent.",
      "fix": "Open the record that you meant and write the value there."
    },
    "surrounding-blanks": {
      "what": "There were blanks before or after the value.",
      "why": "With them, the same state or product number would count as two different ones.",
      "fix": "Nothing to do: the blanks were taken off."
    },
    "text-damaged": {
      "what": "Some letters in this cell were lost before the file reached you: they show as � or as control signs.",
      "why": "The name of a city or a product cannot be compared with other records when letters are missing.",
      "fix": "Look at the record. If it matters, download the report again and do not open it in another program first."
    },
    "text-lost": {
      "what": "A question mark stands inside the name of a city, where a letter was lost, as in Pi?a.",
      "why": "The name of the city cannot be compared with other records. State and ZIP code are not touched.",
      "fix": "If it is so in the file as you downloaded it, nothing: the letter cannot be had back. Else download the report again."
    },
    "decoded-twice": {
      "what": "A program read the file in the wrong encoding and saved it so: Café became CafÃ©.",
      "why": "The name of a city or a product would not agree with other records.",
      "fix": "Nothing to do: the letters were put back, because there is one way back only."
    },
    "invisible-characters": {
      "what": "There were signs in the value that nobody can see, such as soft hyphens and marks for the direction of writing.",
      "why": "With them, the same state, city or product number would count as two different ones.",
      "fix": "Nothing to do: the signs were taken out. They often come along when text is copied from a web page."
    },
    "quotes-around-cell": {
      "what": "A spreadsheet put quotation marks around the value.",
      "why": "Amazon writes none in this report, so they would be taken for a part of the value.",
      "fix": "Nothing to do: the quotation marks were taken off."
    },
    "cell-too-narrow": {
      "what": "The cell holds nothing but ####, which a spreadsheet shows where a column is too narrow.",
      "why": "The spreadsheet saved what it showed, and the value is gone.",
      "fix": "Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel."
    },
    "order-id-missing": {
      "what": "The record has no order number.",
      "why": "A sale that belongs to no order cannot be told from a copy of another one.",
      "fix": "Download the report again. If the number is missing there too, leave the record out."
    },
    "order-id-malformed": {
      "what": "The order number does not look like one of Amazon's, such as 111-1234567-1234567.",
      "why": "Two records of the same order could be taken for two sales.",
      "fix": "Look at the record: if its cells stand in the wrong columns, download the report again."
    },
    "order-id-destroyed": {
      "what": "A spreadsheet turned the order number into a number, and its last digits are gone.",
      "why": "The order can no longer be told from others, and nobody can work out the lost digits.",
      "fix": "Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel."
    },
    "id-in-scientific-notation": {
      "what": "A spreadsheet turned an identifier into a number such as 7.66446E+12.",
      "why": "Its digits are gone, so the sale cannot be told from others of the same order.",
      "fix": "Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel."
    },
    "id-rounded-by-spreadsheet": {
      "what": "A spreadsheet took an identifier of nineteen digits for a number and rounded it: it ends in zeros.",
      "why": "Its last digits are gone, so the sale cannot be told from others of the same order.",
      "fix": "Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel."
    },
    "date-missing": {
      "what": "The record has no date.",
      "why": "The date decides in which month the tax is filed.",
      "fix": "Download the report again. If the date is missing there too, leave the record out."
    },
    "date-unreadable": {
      "what": "A date is not one that the calendar has, or it is cut short.",
      "why": "The date decides in which month the tax is filed, so we do not guess it.",
      "fix": "Look at the record. If its cells stand in the wrong columns, download the report again."
    },
    "date-rewritten-by-spreadsheet": {
      "what": "A spreadsheet rewrote the date, and the column's other dates do not tell how.",
      "why": "06/07/22 can be 6 July or June 7, which may be two filing periods. In this column dates are written in more than one way, or no such day exists.",
      "fix": "Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel."
    },
    "date-order-open": {
      "what": "A spreadsheet rewrote the dates, such as 06/07/22, and none of them tells whether the month or the day stands first.",
      "why": "The two readings may be two filing periods. No date in the column has a day above 12, which would tell.",
      "fix": "Answer the question that is asked here about the order. Better still, download the report again and choose that file, without opening it in Excel."
    },
    "date-order-decided": {
      "what": "A spreadsheet rewrote the date, such as 5/13/2022.",
      "why": "Tax services want the year first. What the spreadsheet took away, such as the seconds or the time zone, is gone.",
      "fix": "Nothing to do: the order of day and month is certain, from the column's other dates or from your answer, and each date was written with its year first. A fresh download also has the time zone."
    },
    "date-is-serial-number": {
      "what": "A number such as 46112 stands where a date should be.",
      "why": "Spreadsheets count days, some from 1900 and some from 1904, and the number does not say which.",
      "fix": "Download the report again from Seller Central and choose the downloaded file itself, without opening it in Excel."
    },
    "date-offset-broken": {
      "what": "Something else stands where a date's time zone should be, such as +00e00.",
      "why": "Near midnight at the end of a month, the time zone decides the month. We take the date and the time as they are written.",
      "fix": "Nothing, if it is a few records. If it is many, download the report again."
    },
    "date-without-offset": {
      "what": "A date does not say in which time zone it is.",
      "why": "Near midnight at the end of a month, the time zone decides the month. We take the date as it is written.",
      "fix": "Nothing, if your other records look the same. Else download the report again."
    },
    "date-with-blanks": {
      "what": "A date had blanks inside, such as 2026-01-31T18:53:56+ 00 :00.",
      "why": "Tax services read dates letter by letter and would stop at the blank.",
      "fix": "Nothing to do: the blanks were taken out."
    },
    "amount-unreadable": {
      "what": "An amount is not written as a number such as 1234.56.",
      "why": "An amount that is read wrongly is tax paid wrongly, so we do not guess what was meant.",
      "fix": "Download the report again from Seller Central and choose the downloaded file itself, without opening it in a spreadsheet."
    },
    "amount-too-precise": {
      "what": "An amount has more decimals than its currency has.",
      "why": "Rounding it would change what you sold for, if only by a little.",
      "fix": "Download the report again. If the amount is the same there, compare the order with Seller Central."
    },
    "amount-negative": {
      "what": "A price or a tax is below zero in a record that is no refund.",
      "why": "A refund that is not marked as one would be counted as a sale turned upside down.",
      "fix": "Compare the order with Seller Central, then leave the record out if it is a refund."
    },
    "amount-with-thousands-commas": {
      "what": "An amount was written with commas between the thousands, such as 1,081.98.",
      "why": "A spreadsheet writes it so; a tax service would stop at the comma.",
      "fix": "Nothing to do: the commas were taken out. They are a sign that the file went through a spreadsheet."
    },
    "amount-with-decimal-comma": {
      "what": "An amount was written with a comma before its decimals, such as 1.081,98.",
      "why": "Seller Central writes it so in some languages; a tax service would stop at the comma or drop it.",
      "fix": "Nothing to do: the amount was written as 1081.98. The whole file is read so, because its amounts can be read in no other way."
    },
    "amount-with-currency-sign": {
      "what": "An amount was written with the sign of its currency, such as $5.00.",
      "why": "Tax services want the number alone; the currency is sent beside it.",
      "fix": "Nothing to do: the sign was taken off, because it agrees with the currency of the record."
    },
    "amount-with-long-minus": {
      "what": "An amount was written with the long minus sign of printed books instead of a hyphen.",
      "why": "A tax service would not see that the amount is below zero.",
      "fix": "Nothing to do: a plain minus was put in its place."
    },
    "quantity-missing": {
      "what": "The record does not say how many units were sold.",
      "why": "Some states count units and transactions to decide whether you must register.",
      "fix": "Look at the record: if its cells stand in the wrong columns, download the report again."
    },
    "quantity-unreadable": {
      "what": "The quantity is not a whole number.",
      "why": "It is a sign that the cells of this record stand in the wrong columns.",
      "fix": "Look at the record and download the report again if its cells are shifted."
    },
    "quantity-zero": {
      "what": "The record says that no unit was sold.",
      "why": "Nothing sold and still an amount: one of the two is wrong, and we do not guess which.",
      "fix": "Compare the order with Seller Central, then leave the record out or download the report again."
    },
    "currency-unknown": {
      "what": "The currency is none that Amazon's marketplaces use.",
      "why": "Without the currency an amount cannot be added to others.",
      "fix": "Look at the record: if its cells stand in the wrong columns, download the report again."
    },
    "currency-in-small-letters": {
      "what": "The currency was written in small letters.",
      "why": "Tax services compare it letter by letter.",
      "fix": "Nothing to do: it was written in capitals."
    },
    "country-missing": {
      "what": "The record does not say to which country it was sent.",
      "why": "Whether a sale is taxed in the United States at all depends on it.",
      "fix": "Download the report again. If the country is missing there too, compare the order with Seller Central."
    },
    "country-unknown": {
      "what": "The country is not a two-letter country code such as US.",
      "why": "It is a sign that the cells of this record stand in the wrong columns.",
      "fix": "Look at the record and download the report again if its cells are shifted."
    },
    "country-spelled-out": {
      "what": "The United States were written in another way than US.",
      "why": "Tax services compare the country letter by letter.",
      "fix": "Nothing to do: it was written as US."
    },
    "country-cannot-be-told": {
      "what": "This report names no country, and the state and the ZIP code do not say together that it is the United States.",
      "why": "Whether a sale is taxed in the United States at all depends on it.",
      "fix": "Find the order in Seller Central. If it went to another country, leave the record out; else choose a report that names the country, such as Fulfilled Shipments."
    },
    "territory-as-country": {
      "what": "A territory of the United States, such as Puerto Rico, stood in the place of the country.",
      "why": "Tax services know it as a state of the country US, and would take the sale for one to another country.",
      "fix": "Nothing to do: the country was written as US, and the territory as the state."
    },
    "address-in-canada": {
      "what": "The country is US, but the province and the postal code are Canadian.",
      "why": "No state's sales tax is owed on goods sent to Canada, and one of the cells must be wrong.",
      "fix": "Find the order in Seller Central. If it went to Canada, change the country to CA; else correct state and ZIP code."
    },
    "state-missing": {
      "what": "The record does not say to which state it was sent.",
      "why": "Sales tax is owed to the state the goods were sent to.",
      "fix": "Find the order in Seller Central. If you cannot tell its state, leave the record out."
    },
    "state-unknown": {
      "what": "The state is none that we know under this spelling.",
      "why": "Sales tax is owed to the state the goods were sent to, so we do not guess it.",
      "fix": "Find the order in Seller Central. If the cells of the record stand in the wrong columns, download the report again."
    },
    "state-misspelled": {
      "what": "The state is spelled almost like one that we know, but not quite.",
      "why": "Sales tax is owed to the state the goods were sent to, so we do not guess it, however near it seems.",
      "fix": "Open the record: it shows which states may be meant. Choose the one that agrees with the ZIP code and with Seller Central."
    },
    "state-spelled-out": {
      "what": "The state was spelled out or written in another way than its two letters.",
      "why": "Buyers type it as they like; tax services want the two letters.",
      "fix": "Nothing to do: it was written as two letters."
    },
    "state-abbreviated": {
      "what": "The state was abbreviated in the old way, such as Calif. or N. Mex.",
      "why": "Buyers type it as they like; tax services want the two letters.",
      "fix": "Nothing to do: it was written as two letters, because the abbreviation stands for one state only."
    },
    "state-told-by-zip": {
      "what": "The record names no state, and its ZIP code lies in one state only.",
      "why": "Sales tax is owed to the state the goods were sent to.",
      "fix": "Nothing to do: the state was filled in. Both the Postal Service and the Census know all ZIP codes that begin so in this state alone."
    },
    "postal-code-missing": {
      "what": "The record has no ZIP code.",
      "why": "City and county taxes are found by the ZIP code.",
      "fix": "Find the order in Seller Central. If you cannot tell its ZIP code, leave the record out."
    },
    "postal-code-unreadable": {
      "what": "The ZIP code has neither five nor nine digits.",
      "why": "City and county taxes are found by the ZIP code, so we do not guess it.",
      "fix": "Look at the record. If its cells stand in the wrong columns, download the report again."
    },
    "postal-code-lost-zero": {
      "what": "A spreadsheet took the ZIP code for a number and dropped the zeros it begins with.",
      "why": "6513 is no ZIP code; 06513 is in New Haven, Connecticut.",
      "fix": "Nothing to do: the zeros were put back, because the state agrees."
    },
    "postal-code-run-together": {
      "what": "The nine digits of a ZIP+4 code were written without their hyphen.",
      "why": "Tax services look for five digits, or for five and four.",
      "fix": "Nothing to do: it was read as five and four digits."
    },
    "city-holds-postal-code": {
      "what": "The record's ZIP or postal code stands in the cell of the city too.",
      "why": "With it, the same city would count as another one in every ZIP code.",
      "fix": "Nothing to do: it was taken off the city, because it stands in its own column as well."
    },
    "city-holds-another-postal-code": {
      "what": "A ZIP code stands in the cell of the city, and it is not the one in the column of ZIP codes.",
      "why": "City and county taxes are found by the ZIP code, and only one of the two can be right.",
      "fix": "Compare the order with Seller Central. The record is sent with the ZIP code of its own column."
    },
    "fulfillment-center-unreadable": {
      "what": "The code of the fulfillment center does not look like one of Amazon's, such as ABE2.",
      "why": "It tells from which state the goods were sent. Something else in its place, such as a tracking number, is nobody's business, so the cell is not sent.",
      "fix": "Look at the record. If its cells stand in the wrong columns, download the report again."
    },
    "fulfillment-center-unknown": {
      "what": "We do not know in which state this fulfillment center of Amazon's stands.",
      "why": "Where your stock lies you may owe tax. The center's code is sent, and the state it was sent from stays empty.",
      "fix": "Nothing to do. If your tax service asks from where the goods were sent, Seller Central has the center's address."
    },
    "boolean-in-capitals": {
      "what": "TRUE or FALSE was written in capitals.",
      "why": "Amazon writes them in small letters; spreadsheets write them in capitals.",
      "fix": "Nothing to do: it was read as true or false. It is a sign that the file went through a spreadsheet."
    },
    "order-status-unknown": {
      "what": "The order's status is none that we know.",
      "why": "It decides whether there was a sale at all.",
      "fix": "Set Seller Central to English and download the report again."
    },
    "sales-channel-unknown": {
      "what": "The sales channel is neither one of Amazon's stores nor marked as another shop.",
      "why": "It decides whether Amazon had to collect the tax or you.",
      "fix": "Look at the record. If its cells stand in the wrong columns, download the report again."
    },
    "financial-component-unknown": {
      "what": "We do not know what the amounts are for: the item, shipping or gift wrap.",
      "why": "States tax the three differently, so an amount must not stand under the wrong one.",
      "fix": "Look at the record. If its cells stand in the wrong columns, download the report again."
    },
    "refund-above-zero": {
      "what": "The record is a refund, and its amount is above zero.",
      "why": "It may be a refund that was taken back, or one written without its minus. The first adds to your sales, the second lowers them.",
      "fix": "Compare the order with Seller Central, then leave the record out and report it to your tax service."
    },
    "net-zero": {
      "what": "The buyer paid nothing: the discount is as high as the price.",
      "why": "Products given to Vine reviewers look like this since June 2025. They are sent with their price and their discount, and add nothing to your sales.",
      "fix": "Nothing to do."
    },
    "sold-at-no-charge": {
      "what": "The item went out at a price of zero.",
      "why": "Replacements look like this, and so do free samples. They are sent, and add nothing to your sales. Some states ask for use tax on goods that you give away.",
      "fix": "Nothing to do if it was a replacement. If you give goods away, ask your tax service about use tax."
    },
    "order-returned": {
      "what": "The status says that the goods came back, and the report has no refund for them.",
      "why": "The sale is sent in full. If you gave the money back and the refund is nowhere reported, too much is filed.",
      "fix": "Make sure that the refund is reported: it stands in the transaction report (Payments, then Reports Repository) in the month in which you gave it."
    },
    "shipment-id-missing": {
      "what": "The shipment has no shipment number.",
      "why": "Amazon leaves it out for some parcels that cross a border. We tell the line by its other cells.",
      "fix": "Nothing to do. If many records lack it, download the report again."
    },
    "line-number-missing": {
      "what": "The item has no number of its own in the shipment.",
      "why": "By that number the same sale is known again in another download. Without it we tell the line by its product, date, quantity and price.",
      "fix": "Nothing to do. If you send the same days twice, choose both files together, so that we can compare them."
    },
    "multi-channel-order": {
      "what": "The order was made in another shop of yours, and Amazon only shipped it.",
      "why": "Amazon collected no tax on it: the tax on this sale is yours to see to.",
      "fix": "Nothing to do here. Make sure that the other shop's sales are reported once, not twice."
    },
    "shipped-before-ordered": {
      "what": "The shipment date is earlier than the purchase date.",
      "why": "If one of the dates is wrong, the sale may be filed in the wrong month.",
      "fix": "Compare the order with Seller Central. If both dates stand there as here, you can send it."
    },
    "date-in-the-future": {
      "what": "The sale is dated in the future.",
      "why": "It would be filed in a month that has not come yet.",
      "fix": "Check the date and time of this computer, then download the report again."
    },
    "date-before-amazon": {
      "what": "The sale is dated before Amazon opened in July 1995.",
      "why": "The date decides in which month the tax is filed, and this one cannot be right.",
      "fix": "Look at the record. If its cells stand in the wrong columns, download the report again."
    },
    "month-differs-in-utc": {
      "what": "The sale is near midnight at the end of a month, and by universal time it lies in another month.",
      "why": "We file it in the month of the date as the report writes it. A service that goes by universal time (UTC) counts it in the other one.",
      "fix": "Nothing to do here. If your tax service shows other monthly totals, compare these sales first."
    },
    "outside-period": {
      "what": "The sale lies outside the days that were asked for.",
      "why": "It is sent along and would be filed in another period. If that one has been filed already, the sale is filed twice.",
      "fix": "Download the report for the days that were asked for. If this sale was never filed, keep it and tell your tax service."
    },
    "currency-missing": {
      "what": "The record has an amount and no currency.",
      "why": "Without the currency an amount cannot be added to others.",
      "fix": "Download the report again. If the currency is missing there too, leave the record out."
    },
    "item-price-missing": {
      "what": "The record has no item price.",
      "why": "It is sent without an amount, so no tax can be worked out from it.",
      "fix": "If you sent the goods at no charge, nothing. Else compare the order with Seller Central."
    },
    "tax-without-price": {
      "what": "Tax was charged on an item that has no price.",
      "why": "Either the price or the tax stands in the wrong place.",
      "fix": "Compare the order with Seller Central before you send the report."
    },
    "discount-above-price": {
      "what": "The discount is higher than the price.",
      "why": "The sale would count as less than nothing.",
      "fix": "Compare the order with Seller Central before you send the report."
    },
    "currency-of-another-store": {
      "what": "The currency is not the one in which the store of this record sells.",
      "why": "Amazon.com sells in US dollars and each other store in its own currency. In the wrong currency the amounts come to something else.",
      "fix": "Compare the order with Seller Central. If the cells of the record stand in the wrong columns, download the report again."
    },
    "tax-rate-too-high": {
      "what": "The tax is higher than any place in the United States charges.",
      "why": "No state, county and city together come to 15 percent. Either the price or the tax stands in the wrong place, or one of them was changed.",
      "fix": "Compare the order with Seller Central before you send the report."
    },
    "tax-in-untaxed-state": {
      "what": "Tax was charged on goods sent to Delaware, Montana, New Hampshire or Oregon, which have no sales tax.",
      "why": "Nobody can be owed that tax: either the state is wrong, or the buyer was charged without a reason.",
      "fix": "Compare the order's address with Seller Central. If it is right, ask Amazon why tax was collected, or switch it off for that state where you set it up yourself."
    },
    "unit-price-disagrees": {
      "what": "The price for one unit, times the quantity, is not the price of the line.",
      "why": "One of the three is wrong, and each would give another tax.",
      "fix": "Find the order in Seller Central and see which one is right, or download the report again."
    },
    "postal-code-in-another-state": {
      "what": "The ZIP code does not lie in the state.",
      "why": "One of the two is wrong, and each would give another tax.",
      "fix": "Find the order in Seller Central and see which one is right. We change neither."
    },
    "postal-code-across-the-border": {
      "what": "Most ZIP codes that begin like this one lie in another state, and only some in the state of the record.",
      "why": "It can be right near a border. If it is not, the tax is owed to the other state.",
      "fix": "Compare the order with Seller Central. If state and ZIP code stand there as here, you can send it."
    },
    "military-address": {
      "what": "The goods were sent to the armed forces: an APO, FPO or DPO address.",
      "why": "Such an address lies in no state, so tax services treat these sales apart. They are sent along with AA, AE or AP in the place of the state.",
      "fix": "Nothing to do."
    },
    "address-in-us": {
      "what": "The country is Canada (CA), but state and ZIP code are of the United States.",
      "why": "CA is California too. Sent as it is, the sale would count as one to another country, and its tax would be missing.",
      "fix": "Find the order in Seller Central. If it went to the United States, change the country to US."
    },
    "destination-outside-us": {
      "what": "The goods were sent to another country.",
      "why": "No state's sales tax is owed on them. They are sent along, so that the totals agree with Amazon's.",
      "fix": "Nothing to do."
    },
    "order-cancelled": {
      "what": "The item was cancelled.",
      "why": "There was no sale, so there is no tax.",
      "fix": "Nothing to do: the record is counted and not sent."
    },
    "item-cancelled-in-shipped-order": {
      "what": "The item was cancelled, though other items of its order were shipped.",
      "why": "The order's status says that it was shipped, the item's own that it was not sold: there is no tax on it.",
      "fix": "Nothing to do: the record is counted and not sent. The order's other items are."
    },
    "replacement-at-no-charge": {
      "what": "The record is a replacement that was sent at no charge.",
      "why": "The buyer paid, and was taxed, with the first order. Counted again, you would have sold one more.",
      "fix": "Nothing to do: the record is counted and not sent."
    },
    "order-not-final": {
      "what": "The order is still pending, or cannot be fulfilled.",
      "why": "It is not a sale yet. If it becomes one, it will stand in a later report.",
      "fix": "Nothing to do: the record is counted and not sent. Download the report again after the month has ended."
    },
    "continuation-line": {
      "what": "The record goes on with the order above it and holds no sale of its own.",
      "why": "Amazon adds such a line when several promotions were applied. Counted as a sale, it would be one too many.",
      "fix": "Nothing to do: the record is counted and not sent."
    },
    "continuation-with-amount": {
      "what": "The record goes on with the order above it and holds a further amount.",
      "why": "The amount belongs to a sale of that order, and the report does not say to which. We add it to none.",
      "fix": "Fetch the All Orders report for the same dates: it has each sale in one record."
    },
    "jurisdiction-line": {
      "what": "The record is the same sale once more, for another county, city or district that taxes it.",
      "why": "Amazon writes a record for each of them, all with the same price. Counted again, you would sell too much.",
      "fix": "Nothing to do: the sale is counted once."
    },
    "fee-or-transfer": {
      "what": "The record is a fee, a transfer or an adjustment, not a sale.",
      "why": "No buyer paid or got back anything in it, so there is no sales tax.",
      "fix": "Nothing to do: the record is counted and not sent."
    },
    "transaction-type-unknown": {
      "what": "The record has an amount, and its type is none that we know.",
      "why": "It could be a sale, a refund or neither, and each would give another tax.",
      "fix": "Set Seller Central to English and download the report again. If the type stays the same, leave the record out."
    },
    "tax-corrected-later": {
      "what": "The record corrects the tax of an earlier sale or refund.",
      "why": "It is neither a sale nor a refund: sent as one of them, it would change how much you sold.",
      "fix": "Tell your tax service about the correction, then leave the record out."
    },
    "line-repeated": {
      "what": "The same line stands in the report more than once.",
      "why": "Two equal lines can be two sales or one sale listed twice. Both are counted, as Amazon lists them.",
      "fix": "Compare the order with Seller Central. If it was one sale, download the report again."
    },
    "line-repeated-differently": {
      "what": "A line with this number stands in the report already, and says something else there.",
      "why": "One line of an order has one amount. Only one of the two can be right, and we do not guess which.",
      "fix": "Find the order in Seller Central. Leave out the record that is wrong, or download the report again."
    },
    "email-in-cell": {
      "what": "There is an e-mail address in a column that is sent.",
      "why": "It says who somebody is, and no tax depends on it.",
      "fix": "Nothing to do: the cell is not sent, and the rest of the record is."
    },
    "phone-in-cell": {
      "what": "There is a phone number in a column that is sent.",
      "why": "It says who somebody is, and no tax depends on it.",
      "fix": "Nothing to do: the cell is not sent, and the rest of the record is."
    },
    "street-in-cell": {
      "what": "There is a street or a post office box in a column that is sent.",
      "why": "It says where somebody lives. The tax is found by the ZIP code.",
      "fix": "Nothing to do: the cell is not sent, and the rest of the record is. If the cells of the record stand in the wrong columns, download the report again."
    },
    "name-in-cell": {
      "what": "The buyer's or recipient's name stands in a column that is sent.",
      "why": "It says who somebody is, and no tax depends on it.",
      "fix": "Nothing to do: the cell is not sent, and the rest of the record is. If the cells of the record stand in the wrong columns, download the report again."
    },
    "cell-too-long": {
      "what": "The value is longer than any city or product number is: over 200 signs.",
      "why": "Something else stands in its place, and it could be anything, such as a message from the buyer.",
      "fix": "Look at the record. The cell is not sent, and the rest of the record is."
    },
    "formula-start": {
      "what": "The value begins with a sign that a spreadsheet takes for the start of a formula: =, +, - or @.",
      "why": "A spreadsheet that opens the file would work it out instead of showing it. The file that is sent has it as it is.",
      "fix": "Nothing to do for the tax. The file for spreadsheets, if you save one, has the value as text."
    },
    "prices-all-equal": {
      "what": "Every line of the file has the same price, whether one piece was sold or several.",
      "why": "The price of a line is for all its pieces. It looks as if one price had been copied down the column, or the price of one piece put in its place.",
      "fix": "Compare a sale of several pieces with Seller Central. If its price is wrong here, download the report again and do not open it first."
    },
    "tax-all-zero": {
      "what": "No sale in the file has any tax, though many went to states that have a sales tax.",
      "why": "Amazon collects the tax there, so it should stand in the report. Without it you cannot show what was collected for you.",
      "fix": "If you sell only goods that are free of tax everywhere, nothing. Else download the report again, with its tax columns, and do not open it first."
    },
    "column-empty": {
      "what": "A column that is sent has nothing in it, in the whole file.",
      "why": "Your tax service gets nothing there. The column may have been left out of the download, or cleared.",
      "fix": "If you expected something in it, download the report again and do not open it first."
    },
    "currencies-mixed": {
      "what": "The file has sales in more than one currency.",
      "why": "Amounts in different currencies cannot be added up. All totals are kept apart by currency.",
      "fix": "Nothing to do if you sell in several of Amazon's stores. Compare each currency's total with its store."
    },
    "rows-at-spreadsheet-limit": {
      "what": "The file has exactly as many rows as a spreadsheet can hold: 65,536 or 1,048,576.",
      "why": "A spreadsheet drops what is below its last row without a word. Sales may be missing at the end.",
      "fix": "Download the report again and choose the downloaded file itself, or download shorter periods."
    },
    "days-without-sales": {
      "what": "For some days in between there is no sale, though you sell so often that there should be some.",
      "why": "A download for those days may be missing. Sales that are not here are not filed.",
      "fix": "Look at the days that are listed with the dates. If you sold on them, download the report for them and add that file."
    },
    "month-without-sales": {
      "what": "A whole month has no sale.",
      "why": "Amazon gives at most a month at a time for some reports, so one download may be missing. The month would be filed as if you had sold nothing.",
      "fix": "If you sold something in that month, download its report and add that file. If not, nothing."
    },
    "period-not-covered": {
      "what": "The files do not cover all the days that were asked for.",
      "why": "Days at the beginning or at the end have no sale, though you sell so often that there should be some. What is missing is not filed.",
      "fix": "Download the report for the missing days and add that file. If you had not begun to sell, or had stopped, nothing."
    }
  },
  "reports": {
    "fulfilled-shipments": {
      "title": "Amazon Fulfilled Shipments",
      "why": null,
      "way": [
        "Sign in to Seller Central.",
        "Open Reports, then Fulfillment.",
        "Under Sales, choose Amazon Fulfilled Shipments.",
        "Open the Download tab, choose the dates (31 days at most in one file) and request the .txt download.",
        "When it is ready, download it and choose that file here, without opening it in a spreadsheet."
      ]
    },
    "all-orders": {
      "title": "All Orders",
      "why": null,
      "way": [
        "Sign in to Seller Central.",
        "Open Reports, then Fulfillment.",
        "Under Sales, choose All Orders.",
        "Choose the dates by order date and request the .txt download.",
        "When it is ready, download it and choose that file here, without opening it in a spreadsheet."
      ]
    },
    "order-report": {
      "title": "Order Report (orders you ship yourself)",
      "why": null,
      "way": [
        "Sign in to Seller Central.",
        "Open Orders, then Order Reports.",
        "Under New Orders, choose the dates and request the report. Keep all columns, with those about tax.",
        "When it is ready, download it and choose that file here, without opening it in a spreadsheet."
      ]
    },
    "transactions": {
      "title": "Date Range or Unified Transaction report",
      "why": null,
      "way": [
        "Sign in to Seller Central.",
        "Open Payments, then Reports Repository (Date Range Reports in older accounts).",
        "Choose the Transaction report, the dates, and the columns with the order's city, state and postal code.",
        "When it is ready, download the CSV and choose that file here, without opening it in a spreadsheet."
      ]
    },
    "sales-tax": {
      "title": "Sales Tax Report",
      "why": null,
      "way": [
        "Sign in to Seller Central.",
        "Open Reports, then Tax Document Library.",
        "Under Sales Tax Reports, choose Generate, the Combined report, and the dates.",
        "When it is ready, download it and choose that file here, without opening it in a spreadsheet."
      ]
    },
    "customer-shipment-sales": {
      "title": "FBA Customer Shipment Sales",
      "why": null,
      "way": [
        "Sign in to Seller Central.",
        "Open Reports, then Fulfillment.",
        "Under Sales, choose Customer Shipment Sales.",
        "Choose the dates and request the .txt download.",
        "When it is ready, download it and choose that file here, without opening it in a spreadsheet."
      ]
    },
    "unshipped-orders": {
      "title": "Unshipped Orders",
      "why": "It lists what you still have to send and has no prices.",
      "way": null
    },
    "promotions": {
      "title": "FBA Promotions",
      "why": "It lists discounts, not sales.",
      "way": null
    },
    "replacements": {
      "title": "FBA Replacements",
      "why": "It lists goods sent again at no charge, not sales.",
      "way": null
    },
    "customer-returns": {
      "title": "FBA Customer Returns",
      "why": "It lists goods that came back, without any amount: a return is not a refund.",
      "way": null
    },
    "merchant-returns": {
      "title": "Returns of orders you ship yourself",
      "why": "It lists goods that came back: a return is not a refund.",
      "way": null
    },
    "settlement": {
      "title": "Settlement report (Flat File V2)",
      "why": "It says what Amazon paid you, and not to which state the goods went.",
      "way": null
    },
    "settlement-v1": {
      "title": "Settlement report (older form)",
      "why": "It says what Amazon paid you, and not to which state the goods went.",
      "way": null
    },
    "reimbursements": {
      "title": "Reimbursements",
      "why": "It lists what Amazon paid you for lost goods, not sales.",
      "way": null
    },
    "fee-preview": {
      "title": "Fee Preview",
      "why": "It estimates fees for goods that are not sold yet.",
      "way": null
    },
    "storage-fees": {
      "title": "Storage Fees",
      "why": "It lists what Amazon charges for storing your goods, not sales.",
      "way": null
    },
    "vat-transactions": {
      "title": "VAT Transactions Report",
      "why": "It is for VAT in Europe and carries buyers' names and addresses.",
      "way": null
    },
    "vat-calculation": {
      "title": "VAT Calculation Report",
      "why": "It is for VAT in Europe and carries buyers' names and addresses.",
      "way": null
    },
    "inventory-ledger": {
      "title": "Inventory Ledger (detail)",
      "why": "It lists where your stock moved, not sales.",
      "way": null
    },
    "inventory-ledger-summary": {
      "title": "Inventory Ledger (summary)",
      "why": "It lists how much stock you had, not sales.",
      "way": null
    },
    "inventory-events": {
      "title": "Inventory Event Detail",
      "why": "It lists where your stock moved, without prices and addresses.",
      "way": null
    },
    "inventory": {
      "title": "Daily Inventory History",
      "why": "It lists your stock, not sales.",
      "way": null
    },
    "received-inventory": {
      "title": "Received Inventory",
      "why": "It lists what you sent to Amazon, not what was sold.",
      "way": null
    },
    "fba-inventory": {
      "title": "Manage FBA Inventory",
      "why": "It lists your stock, not sales.",
      "way": null
    },
    "listings": {
      "title": "Listings report",
      "why": "It lists what you offer, not what was sold.",
      "way": null
    },
    "business-report": {
      "title": "Business Report",
      "why": "It adds up sales by product, without orders, dates and states.",
      "way": null
    },
    "brand-analytics": {
      "title": "Brand Analytics",
      "why": "It says what buyers searched for, not what they bought from you.",
      "way": null
    },
    "advertising": {
      "title": "Advertising report",
      "why": "It says what your advertisements cost, not what was sold to whom.",
      "way": null
    },
    "shopify-orders": {
      "title": "Shopify orders",
      "why": "It holds the sales of your own shop. Amazon's are not in it.",
      "way": null
    },
    "ebay-orders": {
      "title": "eBay orders",
      "why": "It holds your sales on eBay. Amazon's are not in it.",
      "way": null
    },
    "walmart-orders": {
      "title": "Walmart orders",
      "why": "It holds your sales on Walmart. Amazon's are not in it.",
      "way": null
    },
    "etsy-orders": {
      "title": "Etsy orders",
      "why": "It holds your sales on Etsy. Amazon's are not in it.",
      "way": null
    },
    "tiktok-orders": {
      "title": "TikTok Shop orders",
      "why": "It holds your sales on TikTok Shop. Amazon's are not in it.",
      "way": null
    },
    "paypal": {
      "title": "PayPal activity",
      "why": "It lists payments, and Amazon pays you by bank transfer: its sales are not in it.",
      "way": null
    },
    "quickbooks": {
      "title": "QuickBooks report",
      "why": "It comes from your books, where Amazon's sales are added up and no longer by state.",
      "way": null
    },
    "bank-statement": {
      "title": "Bank statement",
      "why": "It says what Amazon paid you, and not to which state the goods went.",
      "way": null
    },
    "tax-service-template": {
      "title": "Upload template of a tax service",
      "why": "Somebody filled it in, and we cannot tell whether it agrees with Amazon.",
      "way": null
    },
    "sale-lines": {
      "title": "A file that was cleaned here before",
      "why": "This is already the cleaned file: send it as it is, or choose Amazon's report to check it again.",
      "way": null
    },
    "pdf": {
      "title": "A PDF document",
      "why": "It is made for reading and printing, not for a program.",
      "way": null
    },
    "image": {
      "title": "A picture",
      "why": "There is no table in it that a program could read.",
      "way": null
    },
    "web-page": {
      "title": "A web page",
      "why": "It is most likely Seller Central's sign-in page, saved where the report should have been.",
      "way": null
    },
    "apple-numbers": {
      "title": "A Numbers document",
      "why": "Only Numbers can open it. Amazon's own download is the file to choose.",
      "way": null
    },
    "open-document": {
      "title": "An OpenDocument spreadsheet",
      "why": "We cannot look inside it. Amazon's own download is the file to choose.",
      "way": null
    },
    "old-workbook": {
      "title": "A workbook of an old Excel (.xls)",
      "why": "We cannot look inside it. Amazon's own download is the file to choose.",
      "way": null
    },
    "encrypted-workbook": {
      "title": "A workbook with a password",
      "why": "Without the password nobody can read it. Amazon's own download has none.",
      "way": null
    },
    "word-document": {
      "title": "A Word document",
      "why": "It is made for reading and printing, not for a program.",
      "way": null
    },
    "e-mail": {
      "title": "A saved e-mail",
      "why": "The report may be attached to it: save the attachment, and choose that.",
      "way": null
    },
    "shortcut": {
      "title": "A shortcut",
      "why": "It only says where another file or page is: choose the file itself.",
      "way": null
    },
    "icloud-placeholder": {
      "title": "A file that is still in iCloud",
      "why": "Only its name is on this computer: open it in Finder once, so that it is downloaded, then choose it again.",
      "way": null
    },
    "accounting-export": {
      "title": "A bank download for accounting programs",
      "why": "It says what Amazon paid you, and not to which state the goods went.",
      "way": null
    },
    "compressed": {
      "title": "A compressed file",
      "why": "We cannot look inside it: unpack it, and choose the report in it.",
      "way": null
    },
    "binary": {
      "title": "A file that holds no text",
      "why": "There is no table in it that we could read.",
      "way": null
    },
    "unknown-language": {
      "title": "An Amazon report with column names in a language that we do not know",
      "why": "Set Seller Central to English and download the report again: that gives a file we can read.",
      "way": null
    },
    "no-header": {
      "title": "A table without its column names",
      "why": "Without the first line, nobody can tell which number is a price and which a tax.",
      "way": null
    },
    "unknown": {
      "title": "A file we do not recognise",
      "why": "Its first lines hold none of the column names that Amazon's order and shipment reports have.",
      "way": null
    }
  }
};
