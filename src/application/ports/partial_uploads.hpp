// Papers that arrive piece by piece and may be interrupted, until they are whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/failure.hpp"

namespace motcua::ports {

struct PartialUpload {
  std::string id;     // nobody can guess it
  std::string owner;  // what it belongs to: a draft, a dossier being supplemented
  std::string paper;
  std::string name;           // of the file
  std::int64_t length = 0;    // bytes of the whole
  std::int64_t begun_at = 0;  // Unix seconds
  std::int64_t offset = 0;    // bytes that are there; told by the store, not kept
  std::string file;           // what became of it (JSON), once it was whole and accepted
};

// A file of the request's own, which whoever is given it may take away.
struct SpooledPiece {
  std::string path;
};
using Piece = std::variant<std::string_view, SpooledPiece>;

// Any thread; pieces of one upload come one after the other.
class PartialUploads {
 public:
  virtual ~PartialUploads() = default;
  virtual OrFailure<Nothing> begin(const PartialUpload& upload) = 0;
  virtual OrFailure<std::optional<PartialUpload>> find(std::string_view id) = 0;
  // The bytes there are then; nothing, and nothing added, when `offset` is not where it stands or
  // the piece goes beyond its length.
  virtual OrFailure<std::optional<std::int64_t>> append(std::string_view id, std::int64_t offset,
                                                        const Piece& piece) = 0;
  virtual OrFailure<std::string> path_of(std::string_view id) = 0;  // of what is there
  // Notes what became of a whole one and lets its bytes go.
  virtual OrFailure<Nothing> finish(std::string_view id, std::string_view file) = 0;
  virtual OrFailure<Nothing> drop(std::string_view id) = 0;
  virtual OrFailure<Nothing> drop_begun_before(std::int64_t unix_seconds) = 0;
};

}  // namespace motcua::ports
