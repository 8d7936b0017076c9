#include "dmn/reader.hpp"

namespace motcua::dmn {
namespace {

class TablesImporter {
 public:
  explicit TablesImporter(const xml::Document& document)
      : root_(document.root()), uri_(xml::name_of(root_).uri), reader_(document, uri_, errors_) {}

  Result<std::vector<DecisionTable>, std::vector<ImportError>> run() {
    if (xml::name_of(root_).local != "definitions" || !is_dmn_namespace(uri_)) {
      reader_.refuse(root_, {"không phải tài liệu DMN 1.2 đến 1.5",
                             "not a DMN 1.2 to 1.5 definitions document"});
      return Unexpected{errors_};
    }
    std::vector<DecisionTable> tables;
    for (auto element : reader_.children(root_, "decision")) read_decision(element, tables);
    if (tables.empty() && errors_.empty()) {
      reader_.refuse(root_, {"không có quyết định nào", "no decision"});
    }
    if (!errors_.empty()) return Unexpected{errors_};
    return tables;
  }

 private:
  void read_decision(pugi::xml_node element, std::vector<DecisionTable>& tables) {
    const auto table = reader_.child(element, "decisionTable");
    if (!table) {
      return reader_.refuse(element,
                            {"chỉ hỗ trợ bảng quyết định", "only decision tables are supported"});
    }
    auto content = reader_.table(table, {});
    if (!content) return;
    content->id = xml::attribute(element, "", "id");
    content->name = xml::attribute(element, "", "name");
    tables.emplace_back(std::move(*content));
  }

  std::vector<ImportError> errors_;
  pugi::xml_node root_;
  std::string_view uri_;
  Reader reader_;
};

}  // namespace

Result<std::vector<DecisionTable>, std::vector<ImportError>> import_decisions(
    std::string_view xml) {
  auto document = xml::Document::read(xml);
  if (!document) {
    return Unexpected{
        std::vector<ImportError>{{document.error().line, "xml", document.error().what}}};
  }
  return TablesImporter(*document).run();
}

}  // namespace motcua::dmn
