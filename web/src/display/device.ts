// The browser and the device a session was opened with, read from what the browser calls itself.

const BROWSERS: [RegExp, string][] = [
  [/coc_coc_browser/i, 'Cốc Cốc'], [/\bEdgA?\//, 'Edge'], [/\bOPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'], [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS|Chromium/, 'Chrome'], [/Safari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'],
  [/CrOS/, 'Chromebook'], [/Mac OS X|Macintosh/, 'Mac'], [/Linux/, 'Linux'],
];

export interface Device { browser?: string; system?: string }

export function readDevice(agent: string): Device {
  const first = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(agent))?.[1];
  return { browser: first(BROWSERS), system: first(SYSTEMS) };
}
