"""A PDF is opened, with a password or after repair, and each page with what is filled in and stamped on it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from verifier.readers.outcome import Damaged, Locked
from verifier.readers.pdf.pdfium import Leaf, Paper
from verifier.readers.terms import passwords

_FILLED_IN = (pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_STAMP, pdfium_c.FPDF_ANNOT_FREETEXT)
_NOT_SHOWN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW


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


def page_of(pdf: Paper, index: int) -> Leaf:
    """A page, of which what is filled in and stamped on it is a part like its own text, where it is shown."""
    page = pdf[index]
    notes = [_note(page, number) for number in range(pdfium_c.FPDFPage_GetAnnotCount(page))]
    for number, (_, flags) in reversed(list(enumerate(notes))):
        if flags & _NOT_SHOWN:
            pdfium_c.FPDFPage_RemoveAnnot(page, number)
    filled_in = any(kind in _FILLED_IN and not flags & _NOT_SHOWN for kind, flags in notes)
    if filled_in and pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY) == pdfium_c.FLATTEN_SUCCESS:
        page.close()
        page = pdf[index]
    return page


def _note(page: Leaf, number: int) -> tuple[int, int]:
    """The kind and the flags of an annotation."""
    note = pdfium_c.FPDFPage_GetAnnot(page, number)
    try:
        return int(pdfium_c.FPDFAnnot_GetSubtype(note)), int(pdfium_c.FPDFAnnot_GetFlags(note))
    finally:
        pdfium_c.FPDFPage_CloseAnnot(note)
