// Validating the answers of a real form (official-travel), and compiling its schema.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>

#include "schema/schema.hpp"

namespace {

using namespace motcua;

json::value read_file(const std::string& path) {
  std::ifstream in(std::string(MOTCUA_SOURCE_DIR) + path);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return *read_json(text);
}

json::value form() { return read_file("/procedures/official-travel/v1/form.schema.json"); }

schema::CompiledSchema compiled_form() {
  schema::CompileOptions options;
  options.formats = schema::Formats::Assert;
  return *schema::compile(form(), options);
}

// A delegation of eight to two countries.
json::value answers() {
  auto value = *read_json(R"({
    "unit": {"name": "Sở Du lịch", "address": "Số 3 Lê Lai, Hoàn Kiếm, Hà Nội",
      "letter_number": "12/SDL-VP", "letter_date": "2017-04-10"},
    "contact": {"name": "Nguyễn Thị Lan", "phone": "024 3999 9999", "email": "lan@example.vn"},
    "trip": {"purpose": "Dự hội chợ du lịch quốc tế và ký thỏa thuận hợp tác",
      "countries": [{"name": "Nhật Bản"}, {"name": "Hàn Quốc"}],
      "inviting_body": "Hiệp hội Du lịch Nhật Bản", "from": "2017-05-10", "to": "2017-05-18",
      "funding": "mixed", "funding_note": "Vé máy bay do ngân sách, ăn ở do bên mời"},
    "leader": {"name": "Trần Văn Bình", "post": "Phó Giám đốc", "rank_group": "department-deputy",
      "party_managed": true, "party_notice": "45-TB/BTCTU"},
    "members": [], "confirmed": true})");
  const json::value member{{"name", "Lê Thị Hoa"},
                           {"post", "Chuyên viên"},
                           {"rank_group", "staff"},
                           {"party_managed", false}};
  for (int i = 0; i < 7; ++i) value.at("members").as_array().push_back(member);
  return value;
}

void validate_travel_form(benchmark::State& state) {
  const auto schema = compiled_form();
  const auto value = answers();
  for (auto _ : state) {
    if (!schema::validate(schema, value).valid()) state.SkipWithError("the answers are not valid");
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(validate_travel_form);

void validate_travel_form_with_faults(benchmark::State& state) {
  const auto schema = compiled_form();
  auto value = answers();
  value.at("trip").as_object().erase("funding_note");
  for (auto& member : value.at("members").as_array()) member.as_object().erase("post");
  for (auto _ : state) {
    if (schema::validate(schema, value).faults.size() != 8) state.SkipWithError("other faults");
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(validate_travel_form_with_faults);

void compile_travel_form(benchmark::State& state) {
  const auto document = form();
  for (auto _ : state) benchmark::DoNotOptimize(schema::compile(document));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(compile_travel_form);

// The dearest search a pattern may make before it is given up.
void give_up_a_costly_pattern(benchmark::State& state) {
  const auto schema = *schema::compile(*read_json(R"({"pattern": "^(a+)+$"})"));
  const json::value text(std::string(2000, 'a') + "!");
  for (auto _ : state) {
    if (!schema::validate(schema, text).cut_short) state.SkipWithError("it was not costly");
  }
}
BENCHMARK(give_up_a_costly_pattern)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
