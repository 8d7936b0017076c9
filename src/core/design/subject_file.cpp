#include "design/subject_file.hpp"

#include <boost/json/object.hpp>

#include "base/json.hpp"
#include "design/act.hpp"
#include "procedure/version_file.hpp"

namespace motcua::design {
namespace {

constexpr std::size_t members_of_a_subject = 5;

OrRejection<procedure::Files> read_files(Kind kind, const json::value& value) {
  const auto* given = member(value, "files");
  if (given == nullptr || !given->is_object() || given->get_object().empty()) {
    return reject(export_unreadable);
  }
  procedure::Files files;
  for (const auto& [name, text] : given->get_object()) {
    if (!text.is_string()) return reject(export_unreadable);
    files.emplace(std::string(name), std::string(text.get_string()));
    if (files.size() > most_files) break;  // refused below
  }
  if (const auto well = check_files(kind, files); !well) return Unexpected{well.error()};
  for (const auto& [name, text] : files) {
    if (clean(text) != text) return reject(export_text_unclean, {{"file", name}});
  }
  return files;
}

}  // namespace

procedure::Files designed_files(Kind kind, const procedure::Files& folder) {
  procedure::Files files;
  for (const auto& [name, text] : folder) {
    if (is_file_name(kind, name)) files.emplace(name, text);
  }
  return files;
}

std::string write_subject(const SubjectFile& subject) {
  const auto designed = designed_files(subject.subject.kind, subject.files);
  json::object files;
  for (const auto& [name, text] : designed) files[name] = text;
  return write_json(json::object{{"format", subject_format},
                                 {"kind", write_kind(subject.subject.kind)},
                                 {"subject", subject.subject.id},
                                 {"digest", procedure::digest_of(designed)},
                                 {"files", std::move(files)}}) +
         "\n";
}

OrRejection<SubjectFile> read_subject(std::string_view text) {
  if (text.size() > most_bytes_of_a_subject) return reject(export_unreadable);
  const auto value = read_json(text);
  if (!value || !value->is_object()) return reject(export_unreadable);
  const auto kind = parse_kind(string_member(*value, "kind"));
  const auto id = string_member(*value, "subject");
  if (string_member(*value, "format") != subject_format || !kind || !is_subject_id(id) ||
      value->get_object().size() != members_of_a_subject) {
    return reject(export_unreadable);
  }
  auto files = read_files(*kind, *value);
  if (!files) return Unexpected{files.error()};
  if (string_member(*value, "digest") != procedure::digest_of(*files)) {
    return reject(export_digest_differs);
  }
  SubjectFile subject{{*kind, std::string(id)}, std::move(*files)};
  if (const auto said = declared(*kind, subject.files); said.id != id) {
    return reject(subject_differs, {{"found", clean(said.id)}, {"subject", std::string(id)}});
  }
  return subject;
}

}  // namespace motcua::design
