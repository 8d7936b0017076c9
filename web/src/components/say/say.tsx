// A text of the server inline; when English is missing, the Vietnamese one, marked as such.
import { language, type Text } from '../../app/language';

export function Say({ of }: { of: Text | undefined }) {
  if (!of) return null;
  if (language === 'en' && !of.en) return <span lang="vi">{of.vi}</span>;
  return <>{language === 'en' ? of.en : of.vi}</>;
}
