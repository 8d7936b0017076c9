// What bpmn-js says in Vietnamese, by its own English words. The test beside it reads the words out
// of the installed package, so that none stays untranslated after an upgrade.
const EVENTS: [string, string][] = [
  ['Message', 'thông điệp'], ['Timer', 'hẹn giờ'], ['Conditional', 'có điều kiện'],
  ['Signal', 'tín hiệu'], ['Error', 'lỗi'], ['Escalation', 'báo cấp trên'],
  ['Compensation', 'bù trừ'], ['Cancel', 'hủy'], ['Link', 'liên kết'],
  ['Terminate', 'chấm dứt'],
];
const PLACES: [string, string][] = [
  ['start event', 'Sự kiện bắt đầu'], ['end event', 'Sự kiện kết thúc'],
  ['intermediate catch event', 'Sự kiện giữa chừng, chờ'],
  ['intermediate throw event', 'Sự kiện giữa chừng, phát'],
  ['boundary event', 'Sự kiện biên'],
];

function eventWords(): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [kind, vi_kind] of EVENTS) {
    for (const [place, vi_place] of PLACES) {
      words[`${kind} ${place}`] = `${vi_place}: ${vi_kind}`;
      words[`${kind} ${place} (non-interrupting)`] = `${vi_place}: ${vi_kind} (không ngắt)`;
      words[`Append ${kind.toLowerCase()} ${place}`]
        = `Nối tiếp ${vi_place.toLowerCase()}: ${vi_kind}`;
    }
  }
  return words;
}

export const VI: Record<string, string> = {
  ...eventWords(),
  'Activate create/remove space tool': 'Công cụ thêm, bớt khoảng trống',
  'Activate global connect tool': 'Công cụ nối các phần tử',
  'Activate hand tool': 'Công cụ kéo bản vẽ',
  'Activate lasso tool': 'Công cụ khoanh chọn',
  'Add lane above': 'Thêm làn phía trên',
  'Add lane below': 'Thêm làn phía dưới',
  'Add text annotation': 'Thêm ghi chú',
  'Align elements': 'Căn hàng các phần tử',
  'Align elements left': 'Căn trái các phần tử',
  'Align elements center': 'Căn giữa theo chiều ngang',
  'Align elements right': 'Căn phải các phần tử',
  'Align elements top': 'Căn trên các phần tử',
  'Align elements middle': 'Căn giữa theo chiều dọc',
  'Align elements bottom': 'Căn dưới các phần tử',
  'Append compensation activity': 'Nối tiếp hoạt động bù trừ',
  'Append end event': 'Nối tiếp sự kiện kết thúc',
  'Append gateway': 'Nối tiếp cổng rẽ nhánh',
  'Append intermediate/boundary event': 'Nối tiếp sự kiện giữa chừng hoặc biên',
  'Append receive task': 'Nối tiếp bước nhận',
  'Append task': 'Nối tiếp bước',
  'Change element': 'Đổi loại phần tử',
  'Collection': 'Tập hợp',
  'Connect to other element': 'Nối tới phần tử khác',
  'Connect using association': 'Nối bằng liên kết ghi chú',
  'Connect using data input association': 'Nối bằng liên kết dữ liệu vào',
  'Create data object reference': 'Tạo tham chiếu đối tượng dữ liệu',
  'Create data store reference': 'Tạo tham chiếu kho dữ liệu',
  'Create end event': 'Tạo sự kiện kết thúc',
  'Create expanded sub-process': 'Tạo quy trình con mở rộng',
  'Create gateway': 'Tạo cổng rẽ nhánh',
  'Create group': 'Tạo nhóm',
  'Create intermediate/boundary event': 'Tạo sự kiện giữa chừng hoặc biên',
  'Create pool/participant': 'Tạo bể, bên tham gia',
  'Create start event': 'Tạo sự kiện bắt đầu',
  'Create task': 'Tạo bước',
  'Delete': 'Xóa',
  'Distribute elements horizontally': 'Giãn đều theo chiều ngang',
  'Distribute elements vertically': 'Giãn đều theo chiều dọc',
  'Divide into three lanes': 'Chia thành ba làn',
  'Divide into two lanes': 'Chia thành hai làn',
  'Loop': 'Lặp lại',
  'Open {element}': 'Mở {element}',
  'Parallel multi-instance': 'Nhiều lượt song song',
  'Participant multiplicity': 'Nhiều bên tham gia',
  'Search in diagram': 'Tìm trong sơ đồ',
  'Sequential multi-instance': 'Nhiều lượt lần lượt',
  'Toggle non-interrupting': 'Bật, tắt không ngắt',
  'Ad-hoc': 'Tùy nghi',
  'Ad-hoc sub-process': 'Quy trình con tùy nghi',
  'Ad-hoc sub-process (collapsed)': 'Quy trình con tùy nghi (thu gọn)',
  'Ad-hoc sub-process (expanded)': 'Quy trình con tùy nghi (mở rộng)',
  'Boundary event': 'Sự kiện biên',
  'Business rule task': 'Bước quyết định theo bảng',
  'Call activity': 'Gọi quy trình khác',
  'Complex gateway': 'Cổng phức hợp',
  'Conditional flow': 'Luồng có điều kiện',
  'Data object reference': 'Tham chiếu đối tượng dữ liệu',
  'Data store reference': 'Tham chiếu kho dữ liệu',
  'Default flow': 'Luồng mặc định',
  'Empty pool/participant': 'Bể, bên tham gia rỗng',
  'Empty pool/participant (removes content)': 'Bể, bên tham gia rỗng (bỏ nội dung)',
  'End event': 'Sự kiện kết thúc',
  'Event sub-process': 'Quy trình con theo sự kiện',
  'Event-based gateway': 'Cổng chờ sự kiện',
  'Exclusive gateway': 'Cổng chọn một nhánh',
  'Expanded pool/participant': 'Bể, bên tham gia mở rộng',
  'Inclusive gateway': 'Cổng chọn nhiều nhánh',
  'Intermediate throw event': 'Sự kiện giữa chừng, phát',
  'Manual task': 'Bước làm tay',
  'Parallel gateway': 'Cổng song song',
  'Receive task': 'Bước nhận',
  'Script task': 'Bước tính tự động',
  'Send task': 'Bước gửi',
  'Sequence flow': 'Luồng tuần tự',
  'Service task': 'Bước dịch vụ',
  'Start event': 'Sự kiện bắt đầu',
  'Sub-process': 'Quy trình con',
  'Sub-process (collapsed)': 'Quy trình con (thu gọn)',
  'Sub-process (expanded)': 'Quy trình con (mở rộng)',
  'Task': 'Bước',
  'Transaction': 'Giao dịch',
  'User task': 'Bước của người',
};

/** Words nobody has put into this language yet; a journey reads it and wants none. */
export const untranslated = new Set<string>();

/** bpmn-js's `translate`: its own words in English, ours in Vietnamese. */
export function translateInto(language: 'vi' | 'en') {
  return (template: string, values: Record<string, string> = {}): string => {
    const words = language === 'vi' ? VI[template] : template;
    if (words === undefined && /[a-z]/i.test(template)) untranslated.add(template);
    return (words ?? template).replace(/{([^}]+)}/g, (_whole, name: string) => (
      values[name] ?? `{${name}}`));
  };
}
