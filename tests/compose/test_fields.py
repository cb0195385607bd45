from pipeline.compose.documents import documents_for
from pipeline.compose.fields import field_texts
from tests.cases import follow_up, meeting
from tests.compose.briefs import brief_of, said, supporting


def test_every_free_text_is_kept_under_its_document_and_field() -> None:
    row = follow_up(3, analysis="Fler söker.\n- på alla orter")
    given = meeting(summary="Kort.\nSagt.", proposal="att godkänna")
    brief = brief_of(supporting(3, ambition_level="Bättre."), follow_ups=(row,), meeting=given)
    report, letter, _ = documents_for(brief)

    told = field_texts("delarsrapport.docx", report.blanks)
    assert told["delarsrapport.docx/mål-3.analys"] == "Fler söker.\npå alla orter"
    assert told["delarsrapport.docx/mål-3.ambitionsnivå"] == "Ambitionsnivå: Bättre."
    assert told["delarsrapport.docx/egna_bedömningar"] == said(
        "Mål~3. Fler nya företag: egen bedömning av utvecklingen saknas."
    )
    assert told["delarsrapport.docx/mål-3.orsak"] == ""
    assert field_texts("t.docx", letter.blanks)["t.docx/sammanfattning"] == "Kort.\nSagt."


def test_lines_of_a_list_and_short_fields_are_not_free_texts() -> None:
    _, letter, _ = documents_for(brief_of(meeting=meeting()))

    assert sorted(field_texts("t.docx", letter.blanks)) == [
        "t.docx/bedömning",
        "t.docx/ekonomiska_konsekvenser",
        "t.docx/sammanfattning",
        "t.docx/ärendebeskrivning",
        "t.docx/övriga_konsekvenser",
    ]
