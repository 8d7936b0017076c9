import type { vi } from '../vi/scans';
import type { Words } from '../words';

export const en: Record<keyof typeof vi, Words> = {
  'mark.not-scanned': 'Not scanned for malware',
  'mark.waiting': 'Waits to be scanned for malware',
  'mark.clean': 'Scanned, no malware found',
  'mark.infected': 'Carries malware, in quarantine',
  'mark.too-large': 'Too large to be scanned',
  'when': 'Scanned at {moment}.',
  'when.signatures': 'Scanned at {moment}, signatures {signatures}.',
  'virus': 'Malware: {virus}.',
  'closed.waiting': 'It opens once it was scanned.',
  'closed.too-large': 'It does not open unscanned. Please tell whoever runs this system.',
  'closed.infected': 'Nobody can open this file. Please ask the applicant for a clean one.',
  'warned': 'Open it unscanned',
  'warning': 'Nobody knows yet whether this file is safe. Open it only when it cannot wait, on a '
    + 'computer with protection against malware.',
  'quarantine': 'Files in quarantine',
  'quarantine.lead': 'Files that came with malware in them. They are kept apart for whoever runs '
    + 'this system, and open for nobody here.',
  'quarantine.none': 'No file is in quarantine.',
  'quarantine.off': 'The office has no scanner for malware: papers are marked as not scanned.',
  'quarantine.virus': 'Malware',
  'quarantine.when': 'Found',
  'quarantine.digest': 'SHA-256',
};
