"""A PDF is opened, with a password or after repair; what is filled in and stamped on a page becomes text of it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from verifier.readers.outcome import Damaged, Locked
from verifier.readers.pdf.pdfium import Leaf, Paper
from verifier.readers.terms import passwords

_NEVER_TEXT = (pdfium_c.FPDF_ANNOT_LINK, pdfium_c.FPDF_ANNOT_POPUP)


def opened(data: bytes) -> tuple[Paper, str | None]:
    """The paper, and the password that opened it."""
    for password in (None, *passwords()):
        try:
            return pdfium.PdfDocument(data, password=password), password
        except pdfium.PdfiumError as fault:
            if getattr(fault, "err_code", None) != pdfium_c.FPDF_ERR_PASSWORD:
                raise Damaged("文件被截断或已损坏，打不开") from fault
    raise Locked


def repaired(data: bytes) -> bytes:
    """The paper put together again from the parts that are there: qpdf finds pages where pdfium finds none."""
    target = BytesIO()
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            pdf.save(target)
    except pikepdf.PasswordError as fault:
        raise Locked from fault
    except (pikepdf.PdfError, ValueError, RuntimeError) as fault:
        raise Damaged("文件被截断或已损坏，打不开") from fault
    return target.getvalue()


def as_text(pdf: Paper, page: Leaf, index: int) -> Leaf:
    """A page that was drawn, with the text of what is filled in and stamped on it as its own, shown or not.

    What viewers don't show of it has left no ink.
    """
    filled_in = False
    for number in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        note = pdfium_c.FPDFPage_GetAnnot(page, number)
        if pdfium_c.FPDFAnnot_GetSubtype(note) not in _NEVER_TEXT:
            filled_in = True
            pdfium_c.FPDFAnnot_SetFlags(note, pdfium_c.FPDF_ANNOT_FLAG_PRINT)
        pdfium_c.FPDFPage_CloseAnnot(note)
    if filled_in and pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY) == pdfium_c.FLATTEN_SUCCESS:
        page.close()
        page = pdf[index]
    return page
