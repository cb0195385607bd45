# ruff: noqa: E501 -- the sentences stand whole, as clerks see them
"""Which files of the corpora are refused, and with what sentence; every other one is read."""

from collections.abc import Mapping, Sequence

REFUSED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "hostile": {
        "bladet har 1000004 rader, fler än vad som läses: dela upp filen eller ta bort det som inte behövs": [
            "02_bomb_rows_1M.xlsx"
        ],
        "cell XFD1048576 ligger långt utanför tabellen: töm den, eller dela upp filen": ["11_far_cell.xlsx"],
        "citattecknen på rad 3 går inte ihop: rätta raden i Excel och spara filen på nytt": ["85_formula_text.csv"],
        "filen blandar två teckenkodningar (rad 5 har en annan än de andra): spara den i Excel som CSV UTF-8 eller som .xlsx": [
            "59_mixed_encoding.csv"
        ],
        "filen innehåller DOCTYPE, som Excel aldrig skriver: öppna den i Excel och spara den på nytt": [
            "04_billion_laughs_sst.xlsx",
            "05_billion_laughs_sheet.xlsx",
            "07_quadratic_blowup.xlsx",
            "08_xxe_file_sst.xlsx",
        ],
        "filen packas upp till mer än 64 MB: kopiera tabellen till en ny arbetsbok": ["01_bomb_whitespace_200MB.xlsx"],
        "filen är en PDF, ingen Excelfil: lägg dit kalkylbladet som .xlsx": ["40_pdf_renamed.xlsx"],
        "filen är en webbsida, ingen Excelfil: öppna den i Excel och spara den som Excel-arbetsbok (.xlsx)": [
            "37_html_renamed.xlsx"
        ],
        "filen är ett zip-arkiv utan kalkylblad, ingen Excelfil: spara den som .xlsx i Excel": ["20_zip_not_xlsx.xlsx"],
        "filen är lösenordsskyddad: spara den utan lösenord": ["32_encrypted.xlsx"],
        "filen är skadad (den är inte hel): lägg dit en hel kopia": [
            "16_truncated_50pct.xlsx",
            "17_truncated_tail.xlsx",
        ],
        "filen är skadad eller inget kalkylblad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia": [
            "19_random.xlsx"
        ],
        "filen är skadad: tecknet NUL finns på rad 3: spara den i Excel som CSV UTF-8 eller som .xlsx": ["63_nul.csv"],
        "filen är skadad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia": [
            "13_bad_cellref.xlsx",
            "22_no_sharedstrings.xlsx",
            "25_sst_index_oob.xlsx",
            "26_malformed_xml.xlsx",
            "31_size_lie.xlsx",
            "35_xlsb_renamed.xlsx",
        ],
        "filen är tom: lägg dit en hel kopia eller ta bort den": ["66_empty.csv"],
        "okänd teckenkodning: spara den i Excel som CSV UTF-8 eller som .xlsx": ["57_cp850.csv"],
        "å, ä och ö är förstörda i filen (”Ã¥” i stället): hämta den på nytt och spara den i Excel som CSV UTF-8 eller som .xlsx": [
            "60_mojibake.csv"
        ],
    },
    "messy/01_corrupt_fuzzed": {
        "filen går inte att läsa, läsningen av den avbröts: öppna den i Excel och spara den på nytt": [
            "Test_git_issue_382_oom.xls"
        ],
        "filen innehåller DOCTYPE, som Excel aldrig skriver: öppna den i Excel och spara den på nytt": [
            "poc-xmlbomb-empty.xlsx"
        ],
        "filen är ett zip-arkiv utan kalkylblad, ingen Excelfil: spara den som .xlsx i Excel": [
            "clusterfuzz-testcase-minimized-POIFuzzer-5040805309710336.xlsx",
            "invalid.xlsx",
            "minimal_package.xlsx",
            "nomimetype.ods",
            "rootZipFiles.xlsx",
        ],
        "filen är skadad (den är inte hel): lägg dit en hel kopia": [
            "clusterfuzz-testcase-minimized-POIXSSFFuzzer-5185049589579776.xlsx",
            "clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808.xlsx",
            "clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-6504225896792064.xlsx",
        ],
        "filen är skadad eller inget kalkylblad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia": [
            "oleloop.xls"
        ],
        "filen är skadad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia": [
            "Test_git_issue_467_empty_continue_leftoverbytes.xls",
            "clusterfuzz-testcase-minimized-POIHSSFFuzzer-4819588401201152.xls",
            "clusterfuzz-testcase-minimized-POIHSSFFuzzer-5786329142919168.xls",
            "clusterfuzz-testcase-minimized-POIHSSFFuzzer-5816431116615680.xls",
            "clusterfuzz-testcase-minimized-POIHSSFFuzzer-5889658057523200.xls",
            "clusterfuzz-testcase-minimized-POIHSSFFuzzer-6137883240824832.xls",
            "clusterfuzz-testcase-minimized-POIHSSFFuzzer-6322470200934400.xls",
            "Zip-Windows-Directory-Separator.xlsx",
            "clusterfuzz-testcase-minimized-POIXSSFFuzzer-5265527465181184.xlsx",
            "empty_s_attribute.xlsx",
        ],
    },
    "messy/02_encrypted": {
        "filen är lösenordsskyddad: spara den utan lösenord": [
            "60320-protected.xlsx",
            "agile_AES128_SHA1_CBC_pwd_password.xlsx",
            "agile_AES192_SHA512_CBC_pwd_password.xlsx",
            "pass_protected.xlsb",
            "pass_protected.xlsx",
            "protect.xlsx",
            "protected_passtika.xlsb",
            "protected_passtika.xlsx",
            "protected_sha512.xlsx",
        ],
        "filen är lösenordsskyddad: öppna den i Excel och spara den utan lösenord som Excel-arbetsbok (.xlsx)": [
            "Test_git_issue_242_std_rc4_pwd_password.xls",
            "Test_git_issue_477_crypto_keylength40.xls",
            "password.xls",
            "pwtest.xls",
            "pwtest3.xls",
        ],
    },
    "messy/03_hidden_merged_headers": {},
    "messy/04_errors_dates_numbers": {},
    "messy/05_csv_encodings_dialects": {
        "filen är skadad eller inget kalkylblad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia": [
            "utf16le_bom.csv"
        ],
        "filen är skadad: tecknet NUL finns på rad 1: spara den i Excel som CSV UTF-8 eller som .xlsx": [
            "encoding.utf32be.csv",
            "premiere.utf32lebom.csv",
            "simple_whitespace_null.csv",
        ],
        "filen är tom: lägg dit en hel kopia eller ta bort den": ["empty.csv"],
        "okänd teckenkodning: spara den i Excel som CSV UTF-8 eller som .xlsx": ["cp1252.csv", "premiere.win1252.csv"],
    },
    "messy/06_other_containers": {
        "filen är sparad av ett Excel från före 1993: öppna den i Excel och spara den som Excel-arbetsbok (.xlsx)": [
            "Test_git_issue_466_biff3.xls",
            "as3xls_BIFF2.xls",
        ]
    },
    "messy/07_px_broken": {
        "px-filen har ingen tabell (STUB, HEADING och DATA saknas): hämta den på nytt, eller som Excel": [
            "BE0101F1errorDescription.px"
        ],
        "å, ä och ö är förstörda i filen (frågetecken i stället): hämta den på nytt och spara den i Excel som CSV UTF-8 eller som .xlsx": [
            "1001.px"
        ],
    },
    "messy/08_synthetic_sv": {
        "filen är skadad (den är inte hel): lägg dit en hel kopia": ["avklippt.xlsx"],
        "filen är tom: lägg dit en hel kopia eller ta bort den": ["tom.xlsx"],
        "okänd teckenkodning: spara den i Excel som CSV UTF-8 eller som .xlsx": ["svensk_csv_cp850.csv"],
        "å, ä och ö är förstörda i filen (”Ã¤” i stället): hämta den på nytt och spara den i Excel som CSV UTF-8 eller som .xlsx": [
            "svensk_csv_mojibake.csv"
        ],
    },
}
