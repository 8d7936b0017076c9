// Reads the keywords of one subschema and says what is malformed. Internal to the schema module.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/library.hpp"

namespace motcua::schema {

class KeywordReader {
 public:
  KeywordReader(const json::object& schema, const Resource& resource, const std::string& path,
                FirstFault& fault)
      : schema_(schema), vocabularies_(resource.vocabularies), path_(path), fault_(fault) {}

  // nullptr when absent, or when its vocabulary is not in force.
  const json::value* find(std::string_view keyword) const;
  bool has_vocabulary(unsigned vocabulary) const { return (vocabularies_ & vocabulary) != 0; }
  std::string path_of(std::string_view keyword) const;

  // Nothing when absent or malformed; the latter is reported.
  std::optional<Decimal> number(std::string_view keyword) const;
  std::optional<std::size_t> count(std::string_view keyword) const;
  std::optional<std::string> text(std::string_view keyword) const;
  bool truth(std::string_view keyword) const;  // false when absent
  const json::array* list(std::string_view keyword) const;
  const json::object* group(std::string_view keyword) const;
  std::vector<std::string> names(const json::value& list, std::string_view keyword) const;
  std::optional<Pattern> pattern(std::string_view ecma, std::string_view keyword) const;
  // Annotations are not used, but a title that is no text is a mistake.
  void check_annotations() const;

  void malformed(std::string_view keyword, std::string vi, std::string en) const;
  void report(std::string_view keyword, const RejectionKind& kind, RejectionDetails details) const;

 private:
  const json::object& schema_;
  unsigned vocabularies_;
  const std::string& path_;
  FirstFault& fault_;
};

}  // namespace motcua::schema
