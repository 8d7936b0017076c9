// Objects appended to a PDF whose bytes stay as they are (ISO 32000-1, 7.5.6).
//
// The new cross-reference section is a table or a stream, whichever the file ends with. The class
// knows bytes only: what the objects mean is the caller's.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace motcua::signature {

enum class SectionKind { Table, Stream };

// How a file ends.
struct FileEnd {
  std::size_t section = 0;  // offset of the newest cross-reference section
  SectionKind kind = SectionKind::Table;
};
// Malformed when the file does not end as a PDF.
OrFailure<FileEnd> find_end(std::string_view pdf);

struct ObjectId {
  int number = 0;
  int generation = 0;
  auto operator<=>(const ObjectId&) const = default;
};
std::string reference_to(ObjectId id);  // "12 0 R"

class IncrementalUpdate {
 public:
  // `next_number` is larger than every object number in the file. `trailer` holds the entries of
  // the new trailer, such as /Root, but neither /Size nor /Prev.
  IncrementalUpdate(std::string_view original, FileEnd end, int next_number, std::string trailer);

  ObjectId take_id() { return {next_number_++, 0}; }
  void put(ObjectId id, std::string body);

  struct Updated {
    std::string pdf;
    std::map<ObjectId, std::size_t> offsets;  // of the objects that were put
  };
  Updated finish() &&;

 private:
  void append_table(std::string& pdf, const std::map<ObjectId, std::size_t>& offsets) const;
  void append_stream(std::string& pdf, std::map<ObjectId, std::size_t> offsets);

  std::string_view original_;
  FileEnd end_;
  int next_number_;
  std::string trailer_;
  std::map<ObjectId, std::string> bodies_;
};

}  // namespace motcua::signature
