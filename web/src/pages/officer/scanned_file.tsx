// A file of the dossier with what the scanner for malware said about it. The server decides what
// opens; a file that would be refused has no link.
import type { Schemas } from '../../api/client';
import { useLoaded } from '../../api/use_loaded';
import { useLater } from '../../app/use_later';
import { PaperFile } from '../../components/paper_file/paper_file';
import { fileAddress, scansOf, type Scans } from './desk';
import { useLive } from './live';

/** Marks of a dossier's files, newly read with each version and after papers were scanned. */
export function useScans(code: string, version: number): Scans | undefined {
  const loaded = useLoaded(() => scansOf(code), [code, version]);
  useLive((change) => { if (change.kind !== 'dossier') loaded.reload(); });
  return loaded.value;
}

export function ScannedFile({ code, file, scans }:
  { code: string; file: Schemas['PaperFile']; scans: Scans | undefined }) {
  const words = useLater(() => import('./scan_mark'));
  const address = fileAddress(code, file.id);
  const mark = scans?.marks.find((one) => one.sha256 === file.sha256);
  const opens = !mark || mark.state === 'clean' || mark.state === 'not-scanned';
  return (
    <PaperFile file={file} address={opens ? address : undefined}>
      {mark && scans && words && (
        <words.ScanMark mark={mark} file={file} address={address} warns={scans.opens_unscanned} />
      )}
    </PaperFile>
  );
}
