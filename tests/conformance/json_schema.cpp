#include "json_schema.hpp"

#include <optional>

#include "base/json.hpp"
#include "schema/schema.hpp"

namespace motcua::conformance {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view served_at = "http://localhost:1234/";

class JsonSchemaSuite {
 public:
  JsonSchemaSuite(const fs::path& folder, Tally& tally) : folder_(folder), tally_(tally) {
    add_documents(fs::path(MOTCUA_SOURCE_DIR) / "tests" / "conformance" / "documents");
    for (const auto& above :
         {folder / "remotes", folder / ".." / "remotes", folder / ".." / ".." / "remotes"}) {
      if (!fs::is_directory(above)) continue;
      add_documents(above);
      has_remotes_ = true;
      break;
    }
  }

  void run() {
    for (const auto& file : files_below(folder_, ".json")) {
      const std::string name = fs::relative(file, folder_).generic_string();
      if (name.starts_with("remotes/")) continue;
      if (file.filename() == "refRemote.json" && !has_remotes_) {
        tally_.skip(name, "remote references are out of scope");
      } else {
        run_file(name, content_of(file));
      }
    }
  }

 private:
  // Later ones win nothing: the first document of a URI is the one found.
  void add_documents(const fs::path& root) {
    for (const auto& file : files_below(root, ".json")) {
      auto read = read_json(content_of(file));
      if (!read) continue;
      documents_.push_back({std::string(served_at) + fs::relative(file, root).generic_string(),
                            std::move(read).value()});
    }
  }

  void run_file(const std::string& name, const std::string& content) {
    const auto groups = read_json(content);
    if (!groups || !groups->is_array()) {
      return tally_.fail(name, "the file", "JSON", groups ? "no list" : groups.error().what);
    }
    schema::CompileOptions options;
    options.documents = documents_;
    if (name.starts_with("optional/")) {
      options.formats = schema::Formats::Assert;
    }
    for (const auto& group : groups->get_array()) run_group(name, group, options);
  }

  void run_group(const std::string& file, const json::value& group,
                 const schema::CompileOptions& options) {
    const std::string place = file + ": " + std::string(string_member(group, "description"));
    const auto compiled = schema::compile(group.at("schema"), options);
    for (const auto& test : group.at("tests").as_array()) {
      const auto name = string_member(test, "description");
      const std::string expected = test.at("valid").as_bool() ? "valid" : "invalid";
      std::string got = compiled ? judge(*compiled, test.at("data"))
                                 : "refused: " + compiled.error().schema_path + ": " +
                                       compiled.error().reason.message(Language::English);
      if (got == expected || (expected == "invalid" && got.starts_with("invalid: "))) {
        tally_.pass();
      } else {
        tally_.fail(place, name, expected, got);
      }
    }
  }

  static std::string judge(const schema::CompiledSchema& compiled, const json::value& value) {
    const auto verdict = schema::validate(compiled, value);
    if (verdict.valid()) return "valid";
    const auto& first = verdict.faults.front();
    return "invalid: " + first.path + ": " + first.reason.message(Language::English);
  }

  const fs::path& folder_;
  Tally& tally_;
  std::vector<schema::Document> documents_;
  bool has_remotes_ = false;
};

}  // namespace

void run_json_schema(const fs::path& folder, Tally& tally) { JsonSchemaSuite(folder, tally).run(); }

}  // namespace motcua::conformance
