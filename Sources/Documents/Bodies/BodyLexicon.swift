/// The words by which the names of bodies begin, and those at which they end, in small letters. Language, not a list of
/// agencies.
enum BodyLexicon {
    /// First words of one body's name: Sở, Ủy ban, Trung tâm … A name begins with the longest that fits.
    static let heads = words(
        """
        sở,bộ,ban,ủy ban,ub,ubnd,ubmttq,mttq,hđnd,hội đồng,văn phòng,vp,vpub,vpubnd,công an,cục,chi cục,tổng cục,vụ,viện,\
        trung tâm,trường,đài,báo,tạp chí,hội,liên hiệp,liên đoàn,liên minh,hiệp hội,mặt trận,đoàn,tỉnh đoàn,thành đoàn,xã đoàn,\
        bệnh viện,kho bạc,ngân hàng,thuế,hải quan,thanh tra,quỹ,tòa án,bưu điện,bưu chính,điện lực,công ty,tổng công ty,tập đoàn,\
        phòng,đội,quân đội,bộ đội,quân khu,đảng ủy,huyện ủy,thành ủy,tỉnh ủy,quận ủy,thị ủy,thường trực,tổ,cảng vụ,cảng,vườn quốc,\
        bảo hiểm,đại sứ,tổng lãnh,thương vụ,chính phủ,thủ tướng,quốc hội,hạt,bql,ban quản,cơ quan,đơn vị,chính quyền,câu lạc,\
        nhà xuất,thông tấn,hợp tác,bch,bcđ,lãnh đạo,đảng bộ,chi bộ,bộ phận,nhà hát,bảo tàng,thư viện,đại học,học viện,xí nghiệp,\
        nhà máy,thôn,nhóm,mttqvn,lđlđ,btl,bchqs,bđbp,bhxh,khối,ủy viên,tttm,ngành,doanh nghiệp,tòa soạn,viện kiểm,chi nhánh,phân hiệu,phân viện,\
        công đoàn,ban đại,trạm,cụm thi,hiệu trưởng,khách sạn,nhà khách,hội liên,kiểm lâm,kiểm toán,đảng đoàn,ban cán
        """)

    /// Words that begin as a name does and are none: Tổ chức …, Phòng ngừa …, Báo cáo …
    static let notNames = words(
        """
        tổ chức,phòng ngừa,phòng chống,phòng trừ,báo cáo,báo chí,hội nhập,hội nghị,hội thảo,hội chợ,hội đàm,đoàn ra,đoàn vào,\
        đoàn kết,đoàn công,trường hợp,quỹ đất,đội ngũ,bộ máy,bộ tiêu,bộ thủ,bộ chỉ số,ban hành,ban giao,thanh tra viên,\
        đài loan,viện trợ,văn phòng phẩm,vụ việc,vụ án,đội hình,đoàn viên,hội viên,tổ quốc,đại sứ du,sở tại,sở hữu,sở thích,\
        thuế suất,thuế đất,phòng cháy,phòng thủ,phòng dịch,phòng tránh,báo động,báo tin,trường sa,đơn vị tính,nhóm nhiệm,\
        khối lượng,lãnh đạo chỉ,chính quyền số,chính quyền điện,chính quyền hai,cảng biển
        """)

    /// Persons that stand for their body: Giám đốc Sở …, Chủ tịch UBND …
    static let offices = words(
        """
        giám đốc,phó giám,chủ tịch,phó chủ,thủ trưởng,bí thư,phó bí,chánh văn,trưởng ban,trưởng phòng,cục trưởng,bộ trưởng,\
        hiệu trưởng,tổng giám,chánh thanh,chỉ huy,người đứng,tổ trưởng,viện trưởng,thống đốc,tổng biên,trưởng các,trưởng đài
        """)

    /// Kinds of bodies that a collective lists: các sở, ban, ngành, địa phương …
    static let kinds = words(
        """
        sở,ban,ngành,bộ,cơ quan,đơn vị,địa phương,tổ chức,đoàn thể,doanh nghiệp,hội,hiệp hội,phòng,xã,phường,đặc khu,huyện,quận,\
        thị xã,thị trấn,thành phố,cấp,cấp ủy,chính quyền,trường,viện,trung tâm,cục,chi cục,vụ,văn phòng,thành viên,đoàn,công ty,\
        tập đoàn,ngân hàng,lực lượng,cơ sở,thôn,tổ dân,ban quản,chủ đầu,khu,mặt trận,ubnd,ủy ban,tỉnh,hợp tác,đảng ủy,chi bộ,\
        đảng bộ,báo,đài,thương vụ,đại sứ,hội đoàn,liên hiệp,bộ phận,lĩnh vực,khối,nhà trường,bệnh viện,chi hội,tổ,nhóm,sở ngành,\
        ban đảng,cơ quan báo,hđnd,tổng công,chi nhánh,bản,ấp,khóm,buôn,khu phố,tổ công,khu dân,xóm,làng,hộ gia,chợ,nhà hàng
        """)

    /// Words in small letters at which a name in running text ends.
    static let stops = words(
        """
        để,nhằm,khi,theo,như,mà,thì,sẽ,phải,cần,được,từ,nếu,bằng,qua,vào,trên,trong,sau,trước,là,do,rằng,bị,đang,đã,cũng,chịu,gồm,\
        hoặc,cho,lập,trình,đưa,làm,giúp,cử,mời,ký,mở,xin,gửi,nắm,lấy,đặt,đọc,góp,chậm,không,ngày,tháng,vì,nên,cùng,phụ,đề,đôn
        """)

    /// Two words in small letters that begin what the bodies are to do.
    static let verbs = words(
        """
        triển khai,thực hiện,tổ chức,đẩy mạnh,tăng cường,tiếp tục,rà soát,xây dựng,kết nối,tham mưu,tuyên truyền,hỗ trợ,cung cấp,\
        đề xuất,tìm kiếm,tạo điều,kịp thời,chủ động,định kỳ,thường xuyên,nghiên cứu,hướng dẫn,kiểm tra,giám sát,theo dõi,đôn đốc,\
        tổng hợp,báo cáo,bố trí,ban hành,phổ biến,quán triệt,vận động,huy động,thu hút,phát triển,quảng bá,giới thiệu,tham gia,\
        xử lý,giải quyết,bảo đảm,đảm bảo,thẩm định,tiếp nhận,cập nhật,khai thác,sử dụng,lồng ghép,khảo sát,đánh giá,thống kê,\
        nâng cao,mở rộng,thành lập,kiện toàn,duy trì,tiến hành,xác định,lựa chọn,ký kết,tập huấn,đào tạo,bồi dưỡng,biên soạn,\
        phát hành,công bố,chỉ đạo,điều phối,phân công,thông báo,thông tin,tuyển chọn,căn cứ,quan tâm,chuẩn bị,hoàn thiện,\
        hoàn thành,phê duyệt,cân đối,phân bổ,quản lý,khuyến khích,thúc đẩy,đổi mới,củng cố,bảo vệ,phòng ngừa,đấu tranh,\
        ngăn chặn,chấp hành,tập trung,cụ thể,chủ trì,phối hợp,kiến nghị,khen thưởng,vinh danh,trao đổi,tiếp đón,đón tiếp,\
        giải đáp,nắm bắt,nắm tình,tạo thuận,tạo môi,mời gọi,kêu gọi,xúc tiến,giám định,phát hiện,phát huy,phát động,vận hành,\
        ứng dụng,chuyển giao,đăng ký,đăng tải,cấp phép,cải thiện,cải cách,đơn giản,rút ngắn,lắng nghe,tháo gỡ,khắc phục,\
        chấn chỉnh,xem xét,quyết định,cho ý,góp ý,tư vấn,bàn giao,tiếp thu,sơ kết,tổng kết,sắp xếp,bình chọn,xét chọn,\
        trực tiếp,nghiêm túc,tích cực,khẩn trương,chịu trách,có trách,có nhiệm,có kế,lập kế,lập dự,lập danh,sưu tầm,\
        trưng bày,biểu diễn,giao lưu,thăm hỏi,gặp gỡ,gặp mặt,truyền thông,phản ánh,đăng tin,đưa tin,mở chuyên,in ấn,đầu tư,\
        sản xuất,xuất khẩu,nhập khẩu,thanh tra,truy xuất,kiểm soát,giáo dục,động viên,biểu dương,giữ gìn,chăm lo,\
        cử cán,phân tích,dự báo,phân cấp,ủy quyền,giao nhiệm,bám sát,hợp tác,vận dụng,tổng rà,phân luồng,nhân rộng,ưu tiên,\
        tình hình,kết quả,nội dung,lãnh đạo,đẩy nhanh,đẩy lùi,đề nghị,yêu cầu,hoàn tất,khởi công,nghiệm thu,thanh toán,giải phóng,\
        thu hồi,bồi thường,phối kết,chuyển đổi,hiện thực,nâng cấp,lắp đặt,mua sắm,cắt giảm,công khai,niêm yết,kê khai,tiếp công,\
        giải ngân,thẩm tra,phản biện,tham vấn,lấy ý,trả lời,giải trình,thường trú,đưa vào,rà soát,phấn đấu,hiện đại,số hóa,cấp nước,phòng chống,diễn tập,ra quân,tuần tra,tập hợp,bảo tồn
        """)

    /// Verb-like words that are part of a kind of body when they follow it: cơ quan quản lý nhà nước.
    static let compounds = words(
        """
        quản lý nhà,thực thi pháp,tham mưu giúp,truyền thông đại,bảo vệ pháp,đào tạo nghề,thông tin đại,thông tin truyền,\
        quản lý thị,quản lý du,kinh doanh dịch,giám sát cộng,phát thanh và,thanh tra tỉnh,tổ chức chính,tổ chức xã,tổ chức thành,\
        tổ chức đoàn,bảo vệ thực,thông tin cơ,quản lý dự,quản lý khu,quản lý chuyên,đào tạo bồi,xúc tiến thương
        """)

    /// Small-letter words that begin a name all the same.
    static let smallHeads = words("cơ quan,đơn vị,chính quyền,cấp ủy,thủ trưởng,giám đốc,chủ tịch")

    private static func words(_ list: String) -> Set<String> { Set(list.split(separator: ",").map(String.init)) }
}
