// Mức độ dịch vụ đo được của một hồ sơ.
export const vi = {
  'title': 'Hồ sơ này qua mạng đến đâu',
  'level': 'Mức độ {level}',
  'whole_way': 'Toàn trình qua mạng',
  'not_yet': 'Mức độ được tính khi trao kết quả. Cho đến nay:',
  'measured': 'Đo từ những việc đã ghi trong nhật ký của hồ sơ, không ai khai.',
};
