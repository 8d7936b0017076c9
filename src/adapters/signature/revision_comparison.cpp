#include "signature/revision_comparison.hpp"

#include <algorithm>
#include <cstring>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <set>
#include <vector>

#include "signature/form_fields.hpp"
#include "signature/object_copy.hpp"

namespace motcua::signature {
namespace {

constexpr std::size_t most_comparisons = 2'000'000;
constexpr std::size_t longest_path = 200;

using Keys = std::set<std::string>;

// What a pair of objects is for, which decides what may differ.
enum class Role { Anything, Catalogue, Form, Fields };

struct Pair {
  QPDFObjectHandle was;
  QPDFObjectHandle is;
  Role role = Role::Anything;
  std::string path;  // where in the document, for people
};

bool is_page(QPDFObjectHandle object) {
  return object.isDictionary() && object.getKey("/Type").isNameAndEquals("/Page");
}

bool waits_for_signature(QPDFObjectHandle object) {
  return object.isDictionary() && (object.hasKey("/FT") || object.hasKey("/Parent")) &&
         is_for_signature(object) && signature_of(object).isNull();
}

Role role_of(const std::string& key, QPDFObjectHandle parent, Role role) {
  if (role == Role::Catalogue && key == "/AcroForm") return Role::Form;
  if (role == Role::Form && key == "/Fields") return Role::Fields;
  if (key == "/Annots" && is_page(parent)) return Role::Fields;
  return Role::Anything;
}

class Comparison {
 public:
  explicit Comparison(const std::set<ObjectId>& signed_fields) : signed_fields_(signed_fields) {}

  OrFailure<std::string> run(QPDF& signed_state, QPDF& present_state) {
    compare({signed_state.getRoot(), present_state.getRoot(), Role::Catalogue, "catalogue"});
    for (std::size_t steps = 0; !waiting_.empty() && difference_.empty(); ++steps) {
      if (steps > most_comparisons) return malformed("the PDF is too large to compare its states");
      const auto pair = std::move(waiting_.back());
      waiting_.pop_back();
      compare(pair);
    }
    return difference_;
  }

 private:
  // A new field, or its widget, that may be there: it, or the field above it, is given account of,
  // and it does nothing by itself.
  bool is_signed_field(QPDFObjectHandle object) const {
    if (!object.isDictionary() || object.hasKey("/A") || object.hasKey("/AA")) return false;
    if (!is_for_signature(object)) return false;
    return signed_fields_.contains(id_of(object)) ||
           signed_fields_.contains(id_of(object.getKey("/Parent")));
  }

  // Keys of `was` that may have another value now.
  Keys free_keys(QPDFObjectHandle was, QPDFObjectHandle is, Role role) const {
    if (role == Role::Catalogue) {
      Keys keys{"/DSS", "/Extensions", "/Version", "/Metadata"};
      if (!was.hasKey("/Perms")) keys.insert("/Perms");
      return keys;
    }
    if (role == Role::Form) {
      Keys keys{"/SigFlags"};
      if (!was.hasKey("/Fields")) keys.insert({"/DR", "/DA"});
      return keys;
    }
    if (waits_for_signature(was) && is_signed_field(is)) return {"/V", "/AP", "/F", "/M", "/MK"};
    return {};
  }

  void compare(const Pair& pair) {
    auto was = pair.was;
    auto is = pair.is;
    if (was.isIndirect() && is.isIndirect() &&
        !seen_.insert({was.getObjGen(), is.getObjGen()}).second) {
      return;
    }
    if (pair.role == Role::Form && was.isNull()) was = QPDFObjectHandle::newDictionary();
    if (pair.role == Role::Fields && was.isNull()) was = QPDFObjectHandle::newArray();
    if (was.getTypeCode() != is.getTypeCode()) {
      differs(pair);
    } else if (was.isDictionary()) {
      compare_dictionaries(was, is, pair);
    } else if (was.isArray()) {
      compare_arrays(was, is, pair);
    } else if (was.isStream()) {
      compare_dictionaries(was.getDict(), is.getDict(), pair);
      if (!same_content(was, is)) differs(pair);
    } else if (was.unparseResolved() != is.unparseResolved()) {
      differs(pair);
    }
  }

  void compare_dictionaries(QPDFObjectHandle was, QPDFObjectHandle is, const Pair& pair) {
    const auto free = free_keys(was, is, pair.role);
    auto keys = was.getKeys();
    keys.merge(is.getKeys());
    for (const auto& key : keys) {
      if (free.contains(key)) continue;
      auto path = pair.path.size() < longest_path ? pair.path + key : pair.path;
      wait_for({was.getKey(key), is.getKey(key), role_of(key, was, pair.role), std::move(path)});
    }
  }

  void compare_arrays(QPDFObjectHandle was, QPDFObjectHandle is, const Pair& pair) {
    const int count = was.getArrayNItems();
    const int present = is.getArrayNItems();
    const bool may_grow = pair.role == Role::Fields;
    if (present < count || (present > count && !may_grow)) return differs(pair);
    for (int i = 0; i < count; ++i) {
      wait_for({was.getArrayItem(i), is.getArrayItem(i), Role::Anything, pair.path});
    }
    for (int i = count; i < present; ++i) {
      if (!is_signed_field(is.getArrayItem(i))) differs(pair);
    }
  }

  // Numbers, names and the like are settled at once; they are most of a document.
  void wait_for(Pair pair) {
    const bool plain = pair.was.isScalar() && pair.is.isScalar();
    if (!plain || pair.role != Role::Anything) {
      waiting_.push_back(std::move(pair));
    } else if (pair.was.getTypeCode() != pair.is.getTypeCode() ||
               pair.was.unparseResolved() != pair.is.unparseResolved()) {
      differs(pair);
    }
  }

  // The signed state is the start of the file: the same offset means the same bytes.
  static bool same_content(QPDFObjectHandle was, QPDFObjectHandle is) {
    if (was.getParsedOffset() == is.getParsedOffset()) return true;
    const auto a = was.getRawStreamData();
    const auto b = is.getRawStreamData();
    return a->getSize() == b->getSize() &&
           std::memcmp(a->getBuffer(), b->getBuffer(), a->getSize()) == 0;
  }

  void differs(const Pair& pair) {
    if (difference_.empty()) difference_ = pair.path;
  }

  const std::set<ObjectId>& signed_fields_;
  std::vector<Pair> waiting_;
  std::set<std::pair<QPDFObjGen, QPDFObjGen>> seen_;
  std::string difference_;
};

}  // namespace

OrFailure<std::string> changed_content(QPDF& signed_state, QPDF& present_state,
                                       const std::set<ObjectId>& signed_fields) {
  return Comparison(signed_fields).run(signed_state, present_state);
}

}  // namespace motcua::signature
