import Foundation

/// Compares people of one index, and a stranger with them.
struct Comparer {
    let index: PersonIndex
    let weights: Weights
    let frequencies: Frequencies
    /// Whom the left side is, when not of the index.
    var stranger: Stranger?

    /// Two people of the index, by their places.
    func compare(_ left: Int, _ right: Int) -> Comparison {
        let a = index.subjects[left]
        return compare(a, index.readings[a.readings], index.subjects[right])
    }

    /// The stranger with a person of the index.
    func compareStranger(with right: Int) -> Comparison {
        guard let stranger else { return Comparison() }
        return compare(stranger.subject, stranger.readings[...], index.subjects[right])
    }

    private func compare(
        _ a: PersonIndex.Subject, _ readings: ArraySlice<PersonIndex.Reading>, _ b: PersonIndex.Subject
    ) -> Comparison {
        var comparison = Comparison()
        compareBirth(a, b, &comparison)
        comparePlace(a, b, &comparison)
        if a.country != 0, b.country != 0 {
            let isSame = a.country == b.country
            comparison.set(.country, isSame ? .sameCountry : .otherCountry, isSame ? frequencies.value(a.country) : 0)
        }
        compareContact(a, b, &comparison)
        if a.documents[0] != 0, b.documents[0] != 0 {
            let common = PersonIndex.Subject.common(a.documents, b.documents)
            comparison.set(
                .document, common == 0 ? .otherDocument : .sameDocument, common == 0 ? 0 : frequencies.value(common))
        }
        compareNames(readings, b, &comparison)
        return comparison
    }

    /// Of all ways to read both names the one by which they agree best.
    private func compareNames(
        _ readings: ArraySlice<PersonIndex.Reading>, _ b: PersonIndex.Subject, _ comparison: inout Comparison
    ) {
        var best = -Float.infinity
        var chosen = comparison
        for left in readings {
            for right in index.readings[b.readings] {
                var attempt = comparison
                compareNames(left, right, &attempt)
                // What agrees only when a name is read in an unlikely way agrees less.
                attempt.reading = left.logShare + right.logShare
                let weight = weights.weight(attempt, of: 0..<3) + attempt.reading
                if weight > best {
                    best = weight
                    chosen = attempt
                }
            }
        }
        comparison = chosen
    }

    private func compareBirth(_ a: PersonIndex.Subject, _ b: PersonIndex.Subject, _ comparison: inout Comparison) {
        guard a.year != 0, b.year != 0 else { return }
        let isSameYear = a.year == b.year
        let isNextYear = a.year == b.birth[1] || a.year == b.birth[2]
        guard a.monthDay != 0, b.monthDay != 0 else {
            if isSameYear { return comparison.set(.birth, .sameYear, frequencies.value(a.year)) }
            return comparison.set(.birth, isNextYear ? .nextYear : .otherYear)
        }
        let isSameDay = a.monthDay == b.monthDay
        if isSameYear {
            if isSameDay {
                let coincidence = frequencies.value(a.year) + frequencies.value(a.monthDay)
                return comparison.set(.birth, .sameDay, coincidence)
            }
            let isSlip = a.monthDay == b.birth[4] || a.birth[5] == b.birth[5] || a.birth[6] == b.birth[6]
            return comparison.set(.birth, isSlip ? .slipOfDay : .sameYearOtherDay)
        }
        comparison.set(.birth, isSameDay ? .sameDayOtherYear : isNextYear ? .nextYearOtherDay : .otherDay)
    }

    private func comparePlace(_ a: PersonIndex.Subject, _ b: PersonIndex.Subject, _ comparison: inout Comparison) {
        let areProvincesOther = a.province != 0 && b.province != 0 && a.province != b.province
        if a.communes[0] != 0, b.communes[0] != 0 {
            let common = PersonIndex.Subject.common(a.communes, b.communes)
            if common != 0, !areProvincesOther {
                comparison.set(.place, .sameCommune, frequencies.value(common))
            } else {
                comparison.set(.place, areProvincesOther ? .otherCommuneAndProvince : .otherCommune)
            }
        } else if a.province != 0, b.province != 0 {
            comparison.set(
                .place, areProvincesOther ? .otherProvince : .sameProvince,
                areProvincesOther ? 0 : frequencies.value(a.province))
        }
    }

    private func compareContact(_ a: PersonIndex.Subject, _ b: PersonIndex.Subject, _ comparison: inout Comparison) {
        let haveEmail = a.emails[0] != 0 && b.emails[0] != 0
        let haveTelephone = a.telephones[0] != 0 && b.telephones[0] != 0
        guard haveEmail || haveTelephone else { return }
        let email = haveEmail ? PersonIndex.Subject.common(a.emails, b.emails) : 0
        let telephone = haveTelephone ? PersonIndex.Subject.common(a.telephones, b.telephones) : 0
        let isMailboxSame = haveEmail && PersonIndex.Subject.common(a.mailboxes, b.mailboxes) != 0
        let both = haveEmail && haveTelephone
        if email != 0, telephone != 0 {
            // Who shares one of them with somebody often shares the other: half is not news.
            comparison.set(.contact, .bothSame, min(frequencies.value(email), frequencies.value(telephone)) - 1)
        } else if email != 0 || telephone != 0 {
            let coincidence = frequencies.value(email != 0 ? email : telephone)
            comparison.set(.contact, both ? .oneSame : .theOneSame, coincidence)
        } else if isMailboxSame {
            comparison.set(.contact, both ? .sameMailbox : .theOneSameMailbox)
        } else {
            comparison.set(.contact, both ? .noneSame : .theOneOther)
        }
    }
}
