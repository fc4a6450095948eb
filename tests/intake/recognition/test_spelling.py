from arp.intake.recognition.spelling import is_month_name, plain, spoken


def test_case_spaces_and_punctuation_are_nothing():
    assert plain("\ufeffCall_Number ") == plain("call number") == "callnumber"
    assert plain("Ｃａｌｌ\u200b No.") == "callno"  # full-width letters, a zero-width space


def test_words_run_together_are_parted():
    assert spoken("EnRoute_Time") == "en route time"
    assert spoken("Reason for Dispatch #1") == "reason for dispatch 1"


def test_months_are_known_in_full_and_short():
    assert is_month_name("sept")
    assert is_month_name("october")
    assert not is_month_name("marching")
