// The places an address is chosen from, fetched level by level and kept while the page is open. A
// list that cannot be had leaves the field as a plain line.
import { useEffect, useState } from 'preact/hooks';
import { api, ask, type Schemas } from '../../api/client';
import { fold } from '../../display/fold';

export type Places = { source: string; items: Schemas['Place'][] };

const kept = new Map<string, Promise<Places>>();

function placesBelow(code: string): Promise<Places> {
  let places = kept.get(code);
  if (!places) {
    places = ask(api.GET('/api/places', { params: { query: { below: code } } }));
    places.catch(() => kept.delete(code));
    kept.set(code, places);
  }
  return places;
}

/** Those below a place, or the provinces below ''; undefined while there are none to be had. */
export function usePlaces(code: string | undefined): Places | undefined {
  const [found, setFound] = useState<{ below: string; places: Places }>();
  useEffect(() => {
    if (code === undefined) return;
    placesBelow(code).then((places) => setFound({ below: code, places }), () => undefined);
  }, [code]);
  return found && found.below === code ? found.places : undefined;
}

const KIND = /^(thanh pho|tinh|quan|huyen|thi xa|thi tran|phuong|xa) /;

function withoutKind(name: string): string {
  return fold(name.trim()).replace(KIND, '');
}

/** The code of the place with this name; without its kind ("Thành phố") the name will do. */
export function codeOf(places: Places | undefined, name: string | undefined): string | undefined {
  if (!places || !name) return undefined;
  const meant = fold(name.trim());
  return places.items.find((place) => fold(place.name) === meant)?.code
    ?? places.items.find((place) => withoutKind(place.name) === withoutKind(name))?.code;
}
