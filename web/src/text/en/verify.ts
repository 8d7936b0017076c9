import type { Words } from '../words';
import type { vi } from '../vi/verify';

export const en: Record<keyof typeof vi, Words> = {
  'title': 'Check a document of this office',
  'lead': 'See whether this office really issued a result, and whether it still holds. No account '
    + 'needed.',
  'number.title': 'By the number and code on the document',
  'number': 'Document number',
  'number.hint': 'For example: 12/SNgV-LS',
  'number.missing': 'Enter the document number',
  'code': 'Verification code',
  'code.hint': 'Printed beside the QR code, at the end of the document. With or without spaces.',
  'code.missing': 'Enter the verification code',
  'check': 'Check',
  'checking': 'Checking…',
  'file.title': 'By the PDF file',
  'file.lead': 'The surest way: it shows even one changed letter. The file is only checked, not '
    + 'kept.',
  'file.choose': 'Choose a PDF file, or drop it here',
  'file.rule': 'PDF, 20 MB at most.',
  'file.kind': '{name} is no PDF file. A photograph or scan is checked by number and code.',
  'file.size': '{name} has {size}; 20 MB is the most.',
  'file.checking': 'Checking {name}…',
  'answer.valid': 'Genuine and valid',
  'answer.expired': 'Genuine, but no longer valid',
  'answer.replaced': 'This paper was replaced by another',
  'answer.revoked': 'This document was revoked',
  'answer.altered-file': 'This file was changed after it was signed',
  'answer.unknown-file': 'This office did not issue this file',
  'answer.unknown-number': 'No document has this number and code',
  'advice.valid.number': 'Compare the document you hold with the lines below. To learn whether its '
    + 'text was changed, check the PDF file.',
  'advice.valid.file': 'The file is exactly the one the office issued; nothing in it was changed.',
  'advice.expired': 'It was valid until the end of {day}.',
  'advice.replaced': 'Do not use it any more. The new paper was issued at {moment}.',
  'advice.revoked': 'Do not use it. The office revoked it at {moment}, by document no. {document}.',
  'advice.earlier': 'The paper in force was issued at {moment} and replaced an earlier one. If '
    + 'yours was signed before that, it is the old paper, which no longer holds.',
  'advice.altered-file': 'Do not use it: it is no longer what was signed. Ask whoever gave '
    + 'it to you for the original file.',
  'advice.unknown-file': 'The file may have been changed, saved anew by some program, or belong to '
    + 'another office. Check the number and code on the document too.',
  'advice.unknown-number': 'Compare each character. If it still does not fit, do not use the '
    + 'document and ask the office.',
  'advice.call': 'Call {phone} to ask.',
  'of.file': 'File checked: {name}',
  'fact.date': 'Dated',
  'fact.office': 'Issued by',
  'fact.procedure': 'Procedure',
  'fact.outcome': 'Outcome',
  'outcome.granted': 'Granted',
  'outcome.refused': 'Refused',
  'fact.applicant': 'Applicant (partly hidden)',
  'fact.origin': 'Electronic paper',
  'fact.checked': 'Checked at',
  'signatures': 'Signatures in the file',
  'signatures.none': 'The file has no electronic signature.',
  'signature.holds': 'The signature is right. The file was not changed since, and the signer is '
    + 'known.',
  'signature.broken': 'The signature is wrong. The text was changed after signing, or the file is '
    + 'damaged.',
  'signature.changed': 'The signature was right when made, but the file was changed afterwards.',
  'signature.untrusted': 'The file was not changed since, but who signed it could not be '
    + 'confirmed.',
  'signature.time': 'Signed at {moment}, by the signer\'s own clock.',
  'signature.time.proven': 'Signed at {moment}, proven by a timestamp.',
  'signature.issuer': 'Certificate issued by {issuer}.',
  'print': 'Print what was found',
  'help': 'Why check',
  'help.text': 'Paper and photographs can be forged. The number, QR code and verification code '
    + 'lead to the office\'s own register; the signatures in the PDF file tell whether its text '
    + 'is still what was signed.',
};
