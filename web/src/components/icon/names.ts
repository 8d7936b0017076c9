// Our name of an icon → the file in lucide-static. Only these are shipped.
export const ICONS = {
  search: 'search', check: 'check', alert: 'triangle-alert', pause: 'pause', clock: 'clock',
  arrow: 'arrow-right', back: 'arrow-left', send: 'send', upload: 'upload', close: 'x',
  remove: 'trash-2', print: 'printer', phone: 'phone', menu: 'menu', chevron: 'chevron-right',
  file: 'file-text', building: 'building-2', pin: 'map-pin', calendar: 'calendar-days',
  calendar_check: 'calendar-check', qr: 'qr-code', person: 'user', people: 'users',
  inbox: 'inbox', counter: 'monitor-smartphone', sign_out: 'log-out', chart: 'chart-column',
  flow: 'workflow', info: 'info', download: 'download', refresh: 'refresh-cw', edit: 'pencil',
  plus: 'plus', shield: 'shield-check', globe: 'globe', plane: 'plane', handshake: 'handshake',
  file_check: 'file-check', undo: 'undo-2', forward: 'fast-forward', external: 'external-link',
  scale: 'scale', flag: 'flag', hourglass: 'hourglass', done: 'circle-check', eye: 'eye',
  history: 'history', filter: 'list-filter', key: 'key-round', stamp: 'stamp',
  sort: 'arrow-up-down', home: 'house', offline: 'wifi-off', help: 'circle-help',
  award: 'award', landmark: 'landmark', message: 'message-square', briefcase: 'briefcase',
  attach: 'paperclip', copy: 'copy', expand: 'maximize-2', shrink: 'minimize-2',
} as const;

export type IconName = keyof typeof ICONS;
